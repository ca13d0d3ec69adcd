import { StepForward } from 'lucide-react';
import { useState } from 'react';
import type { Job } from '#jobs/job.ts';
import { Button } from '#ui/controls/Button.tsx';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useText } from '#ui/text/useText.tsx';
import { continueShot } from '../studio/continueShot.ts';
import type { Studio } from '../studio/createStudio.ts';
import { useProjectsText } from './projectsText.ts';

/** Goes on from the last frame of a result. */
export function ContinueButton({ studio, job }: { readonly studio: Studio; readonly job: Job }) {
	const { app } = useText();
	const t = useProjectsText().continueShot;
	const toasts = useToasts();
	const [isBusy, setBusy] = useState(false);
	const start = async () => {
		setBusy(true);
		const names = { step: t.step, fileName: t.frameName(job.document.name) };
		const continued = await continueShot(studio, job, names).catch(() => undefined);
		setBusy(false);
		if (!continued) return void toasts.show({ tone: 'error', title: t.failed, text: t.failedText });
		studio.generation.getState().closeJob();
		toasts.show({
			tone: 'ok',
			title: t.opened(continued.document.name),
			...(continued.leftCount > 0 && { text: t.left(continued.leftCount) }),
			action: { label: app.files.takeBack, onAction: studio.editor.undo },
		});
	};
	return (
		<Button
			variant="quiet"
			icon={StepForward}
			busy={isBusy}
			tooltip={t.hint}
			onClick={() => void start()}
		>
			{t.button}
		</Button>
	);
}

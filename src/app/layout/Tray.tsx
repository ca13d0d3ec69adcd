import { useStore } from 'zustand';
import { useEditor } from '#editor/useEditor.ts';
import { useJobs } from '#generation/jobs/useJobs.ts';
import { ResultsTray } from '#generation/results/ResultsTray.tsx';
import { usePreferences } from '../hooks/usePreferences.ts';
import { useStartFrameUrl } from '../hooks/useStartFrameUrl.ts';
import type { Studio } from '../studio/createStudio.ts';
import { lazyPart } from './lazyPart.tsx';

const ResultsExtras = lazyPart(() => import('../metrics/ResultsExtras.tsx'));
const JobScore = lazyPart(async () => ({
	default: (await import('#generation/metrics/JobScore.tsx')).JobScore,
}));

/** The results below the timeline. */
export function Tray({
	studio,
	onGallery,
}: {
	readonly studio: Studio;
	/** Opens the gallery. */
	onGallery(): void;
}) {
	const { editor, generation, jobs, pictures, preferences } = studio;
	const openJobId = useStore(generation, (state) => state.openJobId);
	const { engine } = usePreferences(preferences);
	const shot = useEditor(editor, ({ history: { present } }) => ({
		image: present.image,
		frame: present.frame,
	}));
	const hasVideo = useJobs(jobs).some(({ state }) => state === 'done');
	return (
		<ResultsTray
			manager={jobs}
			openJobId={openJobId}
			onOpen={generation.getState().openJob}
			engine={engine === 'draft' ? 'draft' : 'comfy'}
			startImageUrl={useStartFrameUrl(pictures, shot)}
			renderScore={(jobId) => <JobScore generation={generation} jobId={jobId} />}
		>
			{hasVideo && <ResultsExtras studio={studio} onGallery={onGallery} />}
		</ResultsTray>
	);
}

import { useCallback } from 'react';
import { lintErrors } from '#core/lint/lintErrors.ts';
import { useEditor } from '#editor/useEditor.ts';
import { useText } from '#ui/text/useText.tsx';
import type { Studio } from '../studio/createStudio.ts';

/**
 * Generate and what stands in its way.
 * @returns `blocked`: the first error's title, undefined when there is none; `generate` queues a job and shows it.
 */
export function useGenerate(
	studio: Studio,
	onNoServer: () => void,
): { readonly blocked: string | undefined; readonly generate: () => void } {
	const text = useText();
	const error = useEditor(studio.editor, (state) =>
		lintErrors(state.history.present).find(({ severity }) => severity === 'error'),
	);
	const generate = useCallback(() => {
		const { editor, generation, jobs, preferences, servers } = studio;
		const document = editor.getDocument();
		if (lintErrors(document).some(({ severity }) => severity === 'error')) return;
		const isDraft = preferences.get().engine === 'draft';
		if (!isDraft && !servers.selected()) return onNoServer();
		const jobId = jobs.submit({ engine: isDraft ? 'draft' : 'comfy', document });
		generation.getState().openJob(jobId);
	}, [studio, onNoServer]);
	const blocked = error
		? error.rule === 'no-image'
			? text.app.header.generateNoImage
			: text.app.header.generateBlocked
		: undefined;
	return { blocked, generate };
}

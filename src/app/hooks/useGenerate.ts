import { useCallback } from 'react';
import { useStore } from 'zustand';
import { lintErrors } from '#core/lint/lintErrors.ts';
import { useEditor } from '#editor/useEditor.ts';
import { workflowState } from '#generation/workflow/workflowRecord.ts';
import { useText } from '#ui/text/useText.tsx';
import type { Studio } from '../studio/createStudio.ts';
import { usePreferences } from './usePreferences.ts';

/**
 * Generate and what stands in its way.
 * @returns `blocked`: the first error's title, undefined when there is none, and what mends it; `generate` queues a job and
 * shows it.
 */
export function useGenerate(
	studio: Studio,
	onNoServer: () => void,
): {
	readonly blocked: string | undefined;
	readonly mendAt: 'checks' | 'workflows';
	readonly generate: () => void;
} {
	const text = useText();
	const error = useEditor(studio.editor, (state) =>
		lintErrors(state.history.present).find(({ severity }) => severity === 'error'),
	);
	const workflow = useEditor(studio.editor, (state) => state.history.present.shot.workflow);
	const isDraftChosen = usePreferences(studio.preferences).engine === 'draft';
	const canRun = useStore(studio.workflows, () => canRunWorkflow(studio, workflow));
	const isStuck = !isDraftChosen && !canRun;
	const generate = useCallback(() => {
		const { editor, generation, jobs, preferences, servers } = studio;
		const document = editor.getDocument();
		if (lintErrors(document).some(({ severity }) => severity === 'error')) return;
		const isDraft = preferences.get().engine === 'draft';
		if (!isDraft && !canRunWorkflow(studio, document.shot.workflow)) return;
		if (!isDraft && !servers.selected()) return onNoServer();
		const jobId = jobs.submit({ engine: isDraft ? 'draft' : 'comfy', document });
		generation.getState().openJob(jobId);
	}, [studio, onNoServer]);
	const blocked = error
		? error.rule === 'no-image'
			? text.app.header.generateNoImage
			: text.app.header.generateBlocked
		: isStuck
			? text.app.header.generateNoWorkflow
			: undefined;
	return { blocked, mendAt: !error && isStuck ? 'workflows' : 'checks', generate };
}

/** Until they have been read, nothing is said against it: the run would. */
const canRunWorkflow = ({ workflows }: Studio, id: string): boolean =>
	!workflows.isRead() || workflowState(workflows.getState(), id) === 'ready';

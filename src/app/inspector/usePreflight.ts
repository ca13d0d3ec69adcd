import { useMemo } from 'react';
import { type PreflightProblem, preflight } from '#comfy/preflight/preflight.ts';
import { useEditor } from '#editor/useEditor.ts';
import { usePreferences } from '../hooks/usePreferences.ts';
import type { Servers } from '../hooks/useServers.ts';
import { chosenModels } from '../studio/chosenModels.ts';
import type { Studio } from '../studio/createStudio.ts';
import { previewGraph } from '../studio/previewGraph.ts';

/** What the chosen ComfyUI would refuse of the shot as it is; undefined without one, and until it has answered. */
export function usePreflight(
	{ editor, preferences }: Studio,
	{ chosen, info }: Servers,
): readonly PreflightProblem[] | undefined {
	// Settled values only: nothing is checked while something is dragged.
	const { shot, frame } = useEditor(editor, ({ history }) => {
		const { shot, frame } = history.gesture?.base ?? history.present;
		return { shot, frame };
	});
	const current = usePreferences(preferences);
	const facts = info.server.state === 'connected' ? info.server.facts : undefined;
	return useMemo(() => {
		if (!facts || !chosen) return undefined;
		const graph = previewGraph({ shot, frame }, chosenModels(current, chosen.id));
		return preflight(graph, facts);
	}, [shot, frame, current, chosen, facts]);
}

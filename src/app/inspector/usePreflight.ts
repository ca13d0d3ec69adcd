import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { type PreflightProblem, preflight } from '#comfy/preflight/preflight.ts';
import type { ObjectInfo } from '#comfy/protocol/objectInfo.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import { defaultShot } from '#core/document/document.ts';
import { useEditor } from '#editor/useEditor.ts';
import { usePreferences } from '../hooks/usePreferences.ts';
import type { Servers } from '../hooks/useServers.ts';
import { chosenModels } from '../studio/chosenModels.ts';
import type { Studio } from '../studio/createStudio.ts';
import { previewGraph } from '../studio/previewGraph.ts';

/** What the chosen ComfyUI would refuse of the shot as it is; undefined without one, and until it has answered. */
export function usePreflight(
	{ editor, preferences, workflows }: Studio,
	{ chosen, client, info }: Servers,
): readonly PreflightProblem[] | undefined {
	// Settled values only: nothing is checked while something is dragged.
	const { shot, frame } = useEditor(editor, ({ history }) => {
		const { shot, frame } = history.gesture?.base ?? history.present;
		return { shot, frame };
	});
	const current = usePreferences(preferences);
	const facts = info.server.state === 'connected' ? info.server.facts : undefined;
	const workflow = useStore(workflows, (list) => list.find(({ id }) => id === shot.workflow));
	const foreign = useClassesOf(client, workflow?.graph);
	return useMemo(() => {
		if (!facts || !chosen) return undefined;
		const isOwn = shot.workflow === defaultShot.workflow;
		const known = isOwn ? facts.info : workflow && foreign;
		if (!known) return undefined;
		const graph = previewGraph({ shot, frame }, chosenModels(current, chosen.id), workflow);
		return preflight(graph, { ...facts, info: known });
	}, [shot, frame, current, chosen, facts, workflow, foreign]);
}

/** What the server says of the classes of an imported graph; undefined until it has answered. */
function useClassesOf(client: ComfyClient | undefined, graph: Graph | undefined) {
	const [known, setKnown] = useState<{ readonly graph: Graph; readonly info: ObjectInfo }>();
	useEffect(() => {
		if (!client || !graph) return;
		const owner = new AbortController();
		const classes = [...new Set(Object.values(graph).map((node) => node.class_type))];
		client.objectInfo(classes, { signal: owner.signal }).then(
			(answer) => answer.ok && setKnown({ graph, info: answer.value }),
			// Only our own abort rejects.
			() => undefined,
		);
		return () => owner.abort();
	}, [client, graph]);
	return known?.graph === graph ? known?.info : undefined;
}

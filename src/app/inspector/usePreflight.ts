import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { type PreflightProblem, preflight, stopsRun } from '#comfy/preflight/preflight.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import { defaultShot } from '#core/document/document.ts';
import { useEditor } from '#editor/useEditor.ts';
import { queueQuery } from '#generation/queue/useQueue.ts';
import type { ServerRef, ServerState } from '#generation/server/serverRef.ts';
import { serverQuery, stateOf } from '#generation/server/useServerInfo.ts';
import { workflowState } from '#generation/workflow/workflowRecord.ts';
import { chooseServer } from '#jobs/scheduler/chooseServer.ts';
import { usePreferences } from '../hooks/usePreferences.ts';
import type { Servers } from '../hooks/useServers.ts';
import { createPageClient } from '../platform/createPageClient.ts';
import { chosenModels } from '../studio/chosenModels.ts';
import { isAnyServer } from '../studio/createServerList.ts';
import type { Studio } from '../studio/createStudio.ts';
import { previewGraph } from '../studio/previewGraph.ts';

const GLANCE_MS = 10_000;

/** What one ComfyUI would say to the shot as it is. */
export interface ServerVerdict {
	readonly server: ServerRef;
	readonly state: ServerState;
	/** What it would refuse; undefined: it has not answered. */
	readonly problems: readonly PreflightProblem[] | undefined;
	/** Runs of anybody, at work or waiting there; undefined: it has not answered. */
	readonly queued: number | undefined;
}

export interface Preflight {
	/** The same, with the server that the next run goes to as the chosen one. */
	readonly servers: Servers;
	/** What that server would refuse; undefined without one, and until it has answered. */
	readonly problems: readonly PreflightProblem[] | undefined;
	/** The imported workflow of the shot is not on this computer, so there is nothing to ask about. */
	readonly isWorkflowGone: boolean;
	/** All that may be used: the chosen one alone, or each when any idle one will do. */
	readonly verdicts: readonly ServerVerdict[];
}

/** Holds the shot against the chosen ComfyUI, or against all of them when any idle one will do. Below `ServerQueries`. */
export function usePreflight(
	{ editor, preferences, workflows }: Studio,
	servers: Servers,
): Preflight {
	// Settled values only: nothing is checked while something is dragged.
	const { shot, frame } = useEditor(editor, ({ history }) => {
		const { shot, frame } = history.gesture?.base ?? history.present;
		return { shot, frame };
	});
	const current = usePreferences(preferences);
	const records = useStore(workflows);
	const workflow = records.find(({ id }) => id === shot.workflow);
	const isWorkflowGone = workflows.isRead() && workflowState(records, shot.workflow) === 'missing';
	const { list, chosen } = servers;
	const isAny = isAnyServer(current.engine) && list.length > 1;
	const usable = useMemo(() => (isAny ? list : chosen ? [chosen] : []), [isAny, list, chosen]);
	const clients = useMemo(() => usable.map(createPageClient), [usable]);
	const answers = useQueries({ queries: clients.map((client) => serverQuery(client)) });
	const classes = useQueries({
		queries: clients.map((client) => classesQuery(client, shot.workflow, workflow?.graph)),
	});
	const queues = useQueries({
		queries: clients.map((client) => queueQuery(isAny ? client : undefined, GLANCE_MS)),
	});

	const verdicts = usable.map((server, index): ServerVerdict => {
		const state = stateOf(clients[index], answers[index]?.data);
		const queue = queues[index]?.data;
		return {
			server,
			state,
			queued: queue?.ok ? queue.value.running.length + queue.value.pending.length : undefined,
			problems: problemsOn(server, state, index),
		};
	});
	function problemsOn(server: ServerRef, state: ServerState, index: number) {
		if (state.state !== 'connected') return undefined;
		const foreign = classes[index]?.data;
		const isOwn = shot.workflow === defaultShot.workflow;
		// Of a workflow that is gone its classes may still be known: nothing is said of another graph.
		const info = isOwn ? state.facts.info : workflow && foreign?.ok ? foreign.value : undefined;
		if (!info) return undefined;
		const graph = previewGraph({ shot, frame }, chosenModels(current, server.id), workflow);
		return preflight(graph, { ...state.facts, info });
	}

	const nextId = chooseServer(
		verdicts.map(({ server: { id }, problems, queued = 0 }) => ({
			id,
			isUp: problems !== undefined,
			missing: problems?.filter(stopsRun).length ?? 0,
			queued,
			given: 0,
		})),
	);
	const at = verdicts.findIndex(({ server }) => server.id === nextId);
	const best = verdicts[at];
	const client = clients[at];
	const query = answers[at];
	if (!isAny || !best || !client)
		return { servers, problems: best?.problems, isWorkflowGone, verdicts };
	return {
		servers: {
			...servers,
			chosen: best.server,
			client,
			info: {
				server: best.state,
				busy: query?.isFetching ?? false,
				check: () => void query?.refetch(),
			},
		},
		problems: best.problems,
		isWorkflowGone,
		verdicts,
	};
}

/** What a server says of the classes of an imported graph. */
const classesQuery = (client: ComfyClient, workflow: string, graph: Graph | undefined) => ({
	queryKey: ['classes', client.baseUrl, workflow],
	enabled: graph !== undefined,
	retry: false,
	queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
		client.objectInfo([...new Set(Object.values(graph ?? {}).map((node) => node.class_type))], {
			signal,
		}),
});

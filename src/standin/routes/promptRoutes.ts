import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { FileStore } from '../files/fileStore.ts';
import type { Graph } from '../graph/graph.ts';
import type { NodeClasses } from '../graph/nodeClasses.ts';
import { plain, validateGraph } from '../graph/validateGraph.ts';
import type { Behaviour, ResolvedOptions } from '../options.ts';
import { tupleOf } from '../queue/promptQueue.ts';
import type { PromptServer, Run } from '../queue/promptServer.ts';
import { bodyText, objectBody } from './body.ts';
import { internalError } from './raised.ts';
import {
	extraDataOf,
	invalidPromptId,
	isCanonicalUuid,
	notAGraph,
	numberOf,
} from './readSubmission.ts';
import type { Route } from './route.ts';

/** /prompt, /queue, /history, /interrupt, /free. */
export function promptRoutes(
	options: ResolvedOptions,
	prompts: PromptServer,
	classes: NodeClasses,
	files: FileStore,
	behaviour: () => Behaviour,
): Route[] {
	let counter = 0;
	const modern = options.versionLike !== '0.3.64';
	const refuse = (reply: FastifyReply, error: unknown, nodeErrors: unknown = {}): FastifyReply =>
		reply
			.code(400)
			.header('content-type', 'application/json; charset=utf-8')
			.send(JSON.stringify({ error, node_errors: nodeErrors }));

	return [
		{
			method: 'GET',
			path: '/prompt',
			handle: async () => ({ exec_info: { queue_remaining: prompts.remaining() } }),
		},
		{
			method: 'POST',
			path: '/prompt',
			handle: async (request, reply) => {
				const body = objectBody(request);
				const number = numberOf(body, () => counter++);
				if (body.prompt === undefined) {
					return refuse(reply, plain('no_prompt', 'No prompt provided', 'No prompt provided'));
				}
				const promptId = body.prompt_id ?? randomUUID();
				if (modern && !isCanonicalUuid(promptId)) return refuse(reply, invalidPromptId);
				const foreign = notAGraph(body.prompt, options.versionLike);
				if (foreign) return refuse(reply, foreign);
				const graph = body.prompt as Graph;
				const exists = (name: string): boolean => files.find(name) !== undefined;
				const result = validateGraph(graph, classes, options.versionLike, exists);
				if (!result.valid) return refuse(reply, result.error, result.nodeErrors);
				prompts.put({
					number,
					promptId: String(promptId),
					graph,
					extraData: extraDataOf(body, modern),
					outputs: result.outputs,
				});
				if (behaviour().loseAnswerOfPrompt) {
					request.raw.socket.destroy();
					return reply.hijack();
				}
				return { prompt_id: promptId, number, node_errors: result.nodeErrors };
			},
		},
		{
			method: 'GET',
			path: '/queue',
			handle: async () => {
				const running = prompts.running();
				return {
					queue_running: running ? [tupleOf(running)] : [],
					queue_pending: prompts.pending().map(tupleOf),
				};
			},
		},
		{
			method: 'POST',
			path: '/queue',
			handle: async (request, reply) => {
				const body = objectBody(request);
				if (body.clear) prompts.removePending(() => true);
				for (const id of listOf(body.delete)) prompts.removePending((p) => p === id);
				return reply.send();
			},
		},
		{
			method: 'GET',
			path: '/history',
			handle: async (request) => {
				const query = request.query as { max_items?: string; offset?: string };
				const all = prompts.history();
				const count = query.max_items === undefined ? all.length : Number(query.max_items);
				const first =
					query.offset === undefined ? Math.max(0, all.length - count) : Number(query.offset);
				return Object.fromEntries(all.slice(first, first + count).map(historyEntry));
			},
		},
		{
			method: 'GET',
			path: '/history/:id',
			handle: async (request) => {
				const { id } = request.params as { id: string };
				const run = prompts.history().findLast((r) => r.item.promptId === id);
				return run ? Object.fromEntries([historyEntry(run)]) : {};
			},
		},
		{
			method: 'POST',
			path: '/history',
			handle: async (request, reply) => {
				const body = objectBody(request);
				if (body.clear) prompts.forget(() => true);
				for (const id of listOf(body.delete)) prompts.forget((p) => p === id);
				return reply.send();
			},
		},
		{
			method: 'POST',
			path: '/interrupt',
			handle: async (request, reply) => {
				prompts.interrupt(interruptedId(bodyText(request)));
				return reply.send();
			},
		},
		{
			method: 'POST',
			path: '/free',
			handle: async (request, reply) => {
				if (objectBody(request).free_memory) prompts.freeMemory();
				return reply.send();
			},
		},
	];
}

/** An empty or broken body interrupts whatever runs; `{"prompt_id"}` only that run; a list is an error. */
function interruptedId(text: string): string | undefined {
	let body: unknown;
	try {
		body = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (typeof body !== 'object' || body === null || Array.isArray(body)) throw internalError();
	const id = (body as Record<string, unknown>).prompt_id;
	return id === undefined || id === null || id === '' ? undefined : String(id);
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function historyEntry(run: Run): [string, unknown] {
	const { outcome } = run;
	return [
		run.item.promptId,
		{
			prompt: tupleOf(run.item),
			outputs: outcome?.outputs ?? {},
			status: {
				status_str: outcome?.status,
				completed: outcome?.status === 'success',
				messages: outcome?.messages ?? [],
			},
			meta: outcome?.meta ?? {},
		},
	];
}

import type { FastifyReply } from 'fastify';
import type { PromptServer, Run } from '../queue/promptServer.ts';
import { objectBody } from './body.ts';
import type { Route } from './route.ts';

const statuses = ['pending', 'in_progress', 'completed', 'failed', 'cancelled'];
type Query = Readonly<Record<string, string | undefined>>;

/** /api/jobs of 0.33.0, which exists under /api only. */
export function jobRoutes(prompts: PromptServer): Route[] {
	return [
		{
			method: 'GET',
			path: '/api/jobs',
			bareOnly: true,
			handle: async (request, reply) => listJobs(prompts, request.query as Query, reply),
		},
		{
			method: 'GET',
			path: '/api/jobs/:id',
			bareOnly: true,
			handle: async (request, reply) => {
				const { id } = request.params as { id: string };
				const run = visibleRuns(prompts).findLast((r) => r.item.promptId === id);
				return run ? jobDetail(run) : json(reply, 404, { error: 'Job not found' });
			},
		},
		{
			method: 'POST',
			path: '/api/jobs/:id/cancel',
			bareOnly: true,
			handle: async (request) => {
				const { id } = request.params as { id: string };
				return { cancelled: cancel(prompts, id) };
			},
		},
		{
			method: 'POST',
			path: '/api/jobs/cancel',
			bareOnly: true,
			handle: async (request, reply) => {
				const ids = objectBody(request).job_ids;
				if (!Array.isArray(ids)) return json(reply, 400, { error: 'job_ids must be a list' });
				const invalid = ids.filter((id) => !/^[0-9a-f-]{36}$/.test(String(id)));
				if (invalid.length > 0) {
					const error = 'job_ids contains invalid id(s)';
					return json(reply, 400, { error, invalid_ids: invalid });
				}
				return { cancelled: ids.map((id) => cancel(prompts, String(id))).includes(true) };
			},
		},
	];
}

const json = (reply: FastifyReply, status: number, body: unknown): FastifyReply =>
	reply
		.code(status)
		.header('content-type', 'application/json; charset=utf-8')
		.send(JSON.stringify(body));

const cancel = (prompts: PromptServer, id: string): boolean =>
	prompts.removePending((p) => p === id) > 0 || prompts.interrupt(id);

/** Deleted prompts leave no job; finished ones are those that /history shows. */
function visibleRuns(prompts: PromptServer): Run[] {
	const history = new Set(prompts.history());
	return prompts
		.runs()
		.filter((run) => run.state === 'pending' || run.state === 'running' || history.has(run));
}

function listJobs(prompts: PromptServer, query: Query, reply: FastifyReply): unknown {
	const wanted = query.status?.split(',');
	const odd = wanted?.filter((status) => !statuses.includes(status)) ?? [];
	if (odd.length > 0) {
		const error = `Invalid status value(s): ${odd.join(', ')}. Valid values: ${statuses.join(', ')}`;
		return json(reply, 400, { error });
	}
	const limit = query.limit === undefined ? null : Number(query.limit);
	if (limit !== null && !(Number.isInteger(limit) && limit > 0)) {
		return json(reply, 400, { error: 'limit must be a positive integer' });
	}
	const offset = Number(query.offset ?? 0);
	const jobs = visibleRuns(prompts)
		.map(jobSummary)
		.filter((job) => !wanted || wanted.includes(job.status))
		.sort((a, b) => b.create_time - a.create_time);
	if (query.sort_order === 'asc') jobs.reverse();
	const page = jobs.slice(offset, limit === null ? undefined : offset + limit);
	const has_more = offset + page.length < jobs.length;
	return { jobs: page, pagination: { offset, limit, total: jobs.length, has_more } };
}

function jobSummary(run: Run) {
	const outputs = filesOf(run);
	const failure = run.outcome?.messages.find(([type]) => type === 'execution_error');
	const last = outputs.at(-1);
	return {
		id: run.item.promptId,
		status: statusOf(run),
		priority: run.item.number,
		create_time: run.createTime,
		...(run.outcome
			? { execution_start_time: run.startTime, execution_end_time: run.endTime }
			: {}),
		...(failure ? { execution_error: failure[1] } : {}),
		outputs_count: outputs.length,
		previewable_outputs_count: outputs.length,
		...(last ? { preview_output: last } : {}),
	};
}

function jobDetail(run: Run): unknown {
	if (!run.outcome) return jobSummary(run);
	const { status, messages, outputs } = run.outcome;
	return {
		...jobSummary(run),
		outputs,
		execution_status: { status_str: status, completed: status === 'success', messages },
		workflow: { prompt: run.graph, extra_data: run.item.extraData },
	};
}

function statusOf(run: Run): string {
	switch (run.state) {
		case 'pending':
			return 'pending';
		case 'running':
			return 'in_progress';
		case 'success':
			return 'completed';
		case 'error':
			return 'failed';
		default:
			return 'cancelled';
	}
}

/** Output files of a run with the node and the list they stand in. */
function filesOf(run: Run): Record<string, unknown>[] {
	return Object.entries(run.outcome?.outputs ?? {}).flatMap(([nodeId, lists]) =>
		Object.entries(lists as Record<string, unknown>).flatMap(([mediaType, list]) =>
			Array.isArray(list)
				? list
						.filter((entry) => typeof entry === 'object' && entry !== null && 'filename' in entry)
						.map((entry) => ({ ...entry, nodeId, mediaType }))
				: [],
		),
	);
}

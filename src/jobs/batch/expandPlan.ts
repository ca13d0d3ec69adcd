import type * as z from 'zod/mini';
import { fail, ok, type Result } from '#core/result.ts';
import { gridSchema, listedJobSchema, type PlanJob, planJobSchema } from './planSchema.ts';

/** One job of a plan, all written out. Paths are as in the plan. */
export interface PlannedJob extends Omit<PlanJob, 'track' | 'text'> {
	readonly tracks: string;
	/** Of its video, without an ending: its own, else number, picture and seed. Different for each. */
	readonly name: string;
}

export interface PlanError {
	/** Keys and indices that lead there: `['jobs', 3, 'steps']`. */
	readonly path: readonly (string | number)[];
	readonly problem:
		| 'notAPlan'
		| 'noJobs'
		| 'noTracks'
		| 'unknownKey'
		| 'wrongValue'
		| 'tooManyJobs'
		| 'twoNames';
}

export const mostJobs = 10_000;

/**
 * A plan as the jobs it stands for: a list of jobs, as ATI's `test.yaml`, or `{ defaults, jobs, grid }`. A job with `seeds` is
 * one for each; `grid` is one for each combination of its lists, the last list changing fastest. What a job says wins over
 * `defaults`.
 */
export function expandPlan(plan: unknown): Result<readonly PlannedJob[], PlanError> {
	const parts = readParts(plan);
	if (!parts.ok) return parts;
	const { defaults, listed, grid } = parts.value;
	const size = Object.values(grid).reduce((sum, values) => sum * values.length, 1);
	const given: { readonly job: PlanJob; readonly path: PlanError['path'] }[] = [];
	for (const { job, path } of listed) {
		const { seeds, ...rest } = job;
		if (given.length + (seeds?.length ?? 1) > mostJobs) return wrong(path, 'tooManyJobs');
		if (seeds) for (const seed of seeds) given.push({ job: { ...rest, seed }, path });
		else given.push({ job: rest, path });
	}
	if (Object.keys(grid).length > 0) {
		if (given.length + size > mostJobs) return wrong(['grid'], 'tooManyJobs');
		for (const job of combinations(grid)) given.push({ job, path: ['grid'] });
	}
	if (given.length === 0) return wrong([], 'noJobs');
	return named(given.map(({ job, path }) => ({ job: { ...defaults, ...job }, path })));
}

interface Parts {
	readonly defaults: PlanJob;
	readonly listed: readonly { readonly job: ListedJob; readonly path: PlanError['path'] }[];
	readonly grid: Readonly<Record<string, readonly unknown[]>>;
}
type ListedJob = z.infer<typeof listedJobSchema>;

function readParts(plan: unknown): Result<Parts, PlanError> {
	if (Array.isArray(plan)) return readList(plan, []);
	if (typeof plan !== 'object' || plan === null) return wrong([], 'notAPlan');
	const {
		defaults = {},
		jobs = [],
		grid = {},
		...others
	} = plan as Readonly<Record<string, unknown>>;
	const [other] = Object.keys(others);
	if (other !== undefined) return wrong([other], 'unknownKey');
	const common = check(planJobSchema, defaults, ['defaults']);
	if (!common.ok) return common;
	if (!Array.isArray(jobs)) return wrong(['jobs'], 'wrongValue');
	const listed = readList(jobs, ['jobs']);
	if (!listed.ok) return listed;
	const lists = check(gridSchema, grid, ['grid']);
	if (!lists.ok) return lists;
	const values = Object.entries(lists.value as Readonly<Record<string, unknown>>);
	return ok({
		defaults: common.value,
		listed: listed.value.listed,
		grid: Object.fromEntries(values.map(([field, value]) => [field, listOf(field, value)])),
	});
}

function readList(jobs: readonly unknown[], path: PlanError['path']): Result<Parts, PlanError> {
	const listed: Parts['listed'][number][] = [];
	for (const [index, job] of jobs.entries()) {
		const read = check(listedJobSchema, job, [...path, index]);
		if (!read.ok) return read;
		listed.push({ job: read.value, path: [...path, index] });
	}
	return ok({ defaults: {}, listed, grid: {} });
}

/** `loras` is a list by itself: only a list of lists is one of choices. */
const listOf = (field: string, value: unknown): readonly unknown[] => {
	if (!Array.isArray(value)) return [value];
	const isOneList = field === 'loras' && (value.length === 0 || !value.every(Array.isArray));
	return isOneList ? [value] : value;
};

function* combinations(grid: Parts['grid']): Generator<PlanJob, void, void> {
	const lists = Object.entries(grid);
	const count = lists.reduce((sum, [, values]) => sum * values.length, 1);
	for (let n = 0; n < count; n++) {
		let rest = n;
		const job: Record<string, unknown> = {};
		for (const [field, values] of lists.toReversed()) {
			job[field] = values[rest % values.length];
			rest = Math.floor(rest / values.length);
		}
		yield job as PlanJob;
	}
}

function named(
	given: readonly { readonly job: PlanJob; readonly path: PlanError['path'] }[],
): Result<readonly PlannedJob[], PlanError> {
	const digits = String(given.length).length;
	const taken = new Set<string>();
	const planned: PlannedJob[] = [];
	for (const [index, { job, path }] of given.entries()) {
		const { track, text, ...rest } = job;
		const tracks = job.tracks ?? track;
		if (tracks === undefined) return wrong(path, 'noTracks');
		const number = String(index + 1).padStart(digits, '0');
		const seed = job.seed === undefined ? '' : `-${job.seed}`;
		// Jobs that share a name, as those of several seeds, are told apart.
		const own = job.name !== undefined && !taken.has(job.name.toLowerCase()) ? job.name : undefined;
		const name = own ?? `${number}-${job.name ?? stemOf(job.image ?? tracks)}${seed}`;
		if (taken.has(name.toLowerCase())) return wrong(path, 'twoNames');
		taken.add(name.toLowerCase());
		const prompt = job.prompt ?? text;
		planned.push({ ...rest, tracks, name, ...(prompt === undefined ? {} : { prompt }) });
	}
	return ok(planned);
}

const stemOf = (path: string): string =>
	(path.split(/[/\\]/).at(-1) ?? '').replace(/(\.wanati)?\.[a-z0-9]+$/i, '').slice(0, 60);

function check<T>(
	schema: z.ZodMiniType<T>,
	value: unknown,
	path: PlanError['path'],
): Result<T, PlanError> {
	const read = schema.safeParse(value);
	if (read.success) return ok(read.data);
	const issue = read.error.issues[0];
	const inner = (issue?.path ?? []).filter((key) => typeof key !== 'symbol');
	if (issue?.code === 'unrecognized_keys')
		return wrong([...path, ...inner, issue.keys[0] ?? ''], 'unknownKey');
	return wrong([...path, ...inner], 'wrongValue');
}

const wrong = (path: PlanError['path'], problem: PlanError['problem']): Result<never, PlanError> =>
	fail({ path, problem });

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDocument } from '#core/document/document.ts';
import type { EngineContext, EngineOutcome, JobInput, RemoteRun } from '../engine.ts';
import type { EngineError } from '../engineError.ts';
import type { BatchJob, BatchServer } from './batchJob.ts';
import { type BatchOptions, runBatch } from './runBatch.ts';

const input = async (seed: number): Promise<JobInput> => ({
	document: emptyDocument,
	seed,
	samples: [],
	tracksJson: '',
	startFrame: () => Promise.reject(new Error('not asked')),
});
const job = (seed: number, group = 'g', remote?: RemoteRun): BatchJob => ({
	key: String(seed),
	group,
	input: () => input(seed),
	...(remote ? { remote } : {}),
});
const remoteOn = (serverId: string): RemoteRun => ({ serverId, promptId: 'p', clientId: 'c' });

const video = {
	bytes: Uint8Array.of(1),
	mediaType: 'video/mp4',
	extension: 'mp4',
	width: 1,
	height: 1,
	frameCount: 1,
	fps: 1,
};
const done: EngineOutcome = { state: 'done', video, fromCache: false };
const failed = (error: EngineError): EngineOutcome => ({ state: 'failed', error });
const away = failed({ kind: 'unreachable', url: 'u' });
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface World {
	/** `server: what`, in order. */
	readonly log: string[];
	readonly waits: number[];
	readonly ends: Map<string, EngineOutcome>;
	server(
		id: string,
		run?: (seed: number, context: EngineContext) => EngineOutcome | Promise<EngineOutcome>,
		takesNew?: boolean,
	): BatchServer;
	run(options: Partial<BatchOptions> & Pick<BatchOptions, 'jobs' | 'servers'>): Promise<void>;
}

function createWorld(): World {
	const log: string[] = [];
	const waits: number[] = [];
	const ends = new Map<string, EngineOutcome>();
	return {
		log,
		waits,
		ends,
		server: (id, run = () => done, takesNew = true) => ({
			id,
			takesNew,
			engine: {
				id: 'comfy',
				async run({ seed }, context) {
					log.push(`${id}: ${context.resume ? 'resume' : 'run'} ${seed}`);
					await tick();
					return run(seed, context);
				},
			},
			free: async () => {
				log.push(`${id}: free`);
				await tick();
			},
		}),
		run: (options) =>
			runBatch({
				perServer: 1,
				retries: 3,
				cancel: new AbortController().signal,
				platform: {
					setTimeout: (callback, ms) => {
						waits.push(ms);
						return setTimeout(callback, 0);
					},
					clearTimeout: (timer) => clearTimeout(timer),
					randomBytes: (length) => new Uint8Array(length),
				},
				onEvent: () => undefined,
				onRetry: () => undefined,
				onEnd: async ({ key }, outcome) => {
					expect(ends.has(key)).toBe(false);
					ends.set(key, outcome);
				},
				...options,
			}),
	};
}
const states = ({ ends }: World): string[] => [...ends.values()].map(({ state }) => state);

describe('groups', () => {
	test('run together, models are freed between them and at the end', async () => {
		const world = createWorld();
		const jobs = [job(1, 'a'), job(2, 'b'), job(3, 'a'), job(4, 'b')];
		await world.run({ jobs, servers: [world.server('x')] });
		const runs = ['x: run 1', 'x: run 3', 'x: free', 'x: run 2', 'x: run 4', 'x: free'];
		expect(world.log).toEqual(runs);
	});

	test('each stays on one server while there is another group to take', async () => {
		const world = createWorld();
		const jobs = [job(1, 'a'), job(2, 'b'), job(3, 'a'), job(4, 'b')];
		await world.run({ jobs, servers: [world.server('x'), world.server('y')] });
		const of = (id: string) => world.log.filter((line) => line.startsWith(id));
		expect(of('x')).toEqual(['x: run 1', 'x: run 3', 'x: free']);
		expect(of('y')).toEqual(['y: run 2', 'y: run 4', 'y: free']);
	});

	test('are not left while one of them is at work', async () => {
		const world = createWorld();
		let atWork = 0;
		const server = world.server('x', async () => {
			atWork++;
			await tick();
			atWork--;
			return done;
		});
		const free = async () => expect(atWork).toBe(0);
		const jobs = [job(1, 'a'), job(2, 'a'), job(3, 'a'), job(4, 'b')];
		await world.run({ jobs, servers: [{ ...server, free }], perServer: 2 });
		expect(states(world)).toEqual(['done', 'done', 'done', 'done']);
	});
});

describe('faults', () => {
	test('a server that is away for a while is waited for, longer and longer', async () => {
		const world = createWorld();
		let left = 3;
		const server = world.server('x', () => (left-- > 0 ? away : done));
		await world.run({ jobs: [job(1)], servers: [server] });
		expect(states(world)).toEqual(['done']);
		expect(world.waits).toEqual([2000, 4000, 8000]);
	});

	test('one that stays away leaves its jobs to the others, without loss', async () => {
		const world = createWorld();
		const servers = [world.server('x', () => away), world.server('y')];
		await world.run({ jobs: [1, 2, 3, 4].map((n) => job(n)), servers });
		expect(states(world)).toEqual(['done', 'done', 'done', 'done']);
	});

	test('when all stay away every job is told so', async () => {
		const world = createWorld();
		await world.run({ jobs: [job(1), job(2)], servers: [world.server('x', () => away)] });
		expect(states(world)).toEqual(['failed', 'failed']);
		expect(world.log).toHaveLength(4);
	});

	test("a run's own failure is not tried again", async () => {
		const world = createWorld();
		const oom = failed({
			kind: 'execution',
			node: '3',
			nodeType: 'KSampler',
			exception: 'OutOfMemoryError',
			message: '',
			outOfMemory: true,
		});
		await world.run({ jobs: [job(1), job(2)], servers: [world.server('x', () => oom)] });
		expect(world.log).toEqual(['x: run 1', 'x: run 2', 'x: free']);
		expect(world.waits).toEqual([]);
	});

	test('what one server lacks another does; what all lack is a failure', async () => {
		const world = createWorld();
		const lacks = failed({ kind: 'missingNodes', classes: ['WanTrackToVideo'] });
		const servers = [
			world.server('x', () => lacks),
			world.server('y', (n) => (n === 2 ? lacks : done)),
		];
		await world.run({ jobs: [job(1), job(2)], servers });
		expect(world.ends.get('1')?.state).toBe('done');
		expect(world.ends.get('2')).toEqual(lacks);
	});

	test('a run that was sent is looked for on its server before it is sent again', async () => {
		const world = createWorld();
		let first = true;
		const server = world.server('x', async (_, { emit, resend }) => {
			if (!first) return resend ? done : failed({ kind: 'internal', detail: 'not resumed' });
			first = false;
			await emit({ type: 'remote', remote: remoteOn('x') });
			return away;
		});
		await world.run({ jobs: [job(1)], servers: [server, world.server('y')] });
		expect(world.log.filter((line) => !line.includes('free'))).toEqual(['x: run 1', 'x: resume 1']);
		expect(states(world)).toEqual(['done']);
	});

	test('a run that the server has forgotten is sent anew', async () => {
		const world = createWorld();
		let first = true;
		const server = world.server('x', () => {
			if (!first) return done;
			first = false;
			return { state: 'lost' };
		});
		await world.run({ jobs: [job(1)], servers: [server] });
		expect([states(world), world.log[1]]).toEqual([['done'], 'x: run 1']);
	});
});

test('runs that a dead process left come first, each on its own server', async () => {
	const world = createWorld();
	const jobs = [job(1), job(2, 'b', remoteOn('y')), job(3, 'c', remoteOn('old'))];
	const servers = [world.server('x'), world.server('y'), world.server('old', () => done, false)];
	await world.run({ jobs, servers });
	const runs = world.log.filter((line) => !line.includes('free')).sort();
	expect(runs).toEqual(['old: resume 3', 'x: run 1', 'y: resume 2']);
	expect(states(world)).toEqual(['done', 'done', 'done']);
});

test('Ctrl-C ends what runs and begins nothing', async () => {
	const world = createWorld();
	const cancel = new AbortController();
	const server = world.server('x', (_, context) => {
		cancel.abort();
		return context.cancel.aborted ? { state: 'cancelled' } : done;
	});
	await world.run({ jobs: [job(1), job(2), job(3)], servers: [server], cancel: cancel.signal });
	expect(world.log).toEqual(['x: run 1']);
	expect(states(world)).toEqual(['cancelled', 'cancelled', 'cancelled']);
});

test('whatever the servers do, every job ends once', async () => {
	const outcomes: readonly EngineOutcome[] = [
		done,
		away,
		{ state: 'lost' },
		failed({ kind: 'missingNodes', classes: [] }),
		failed({ kind: 'noVideo', detail: '' }),
		failed({ kind: 'http', url: '', status: 503, text: '' }),
	];
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 6 }),
			fc.infiniteStream(fc.constantFrom(...outcomes)),
			fc.integer({ min: 1, max: 3 }),
			fc.boolean(),
			async (plan, stream, perServer, sends) => {
				const world = createWorld();
				const answer = async (_: number, { emit }: EngineContext): Promise<EngineOutcome> => {
					if (sends) await emit({ type: 'remote', remote: remoteOn('x') });
					return stream.next().value ?? done;
				};
				const jobs = plan.map(([group, left], n) =>
					job(n, `g${group}`, left === 0 ? remoteOn('y') : undefined),
				);
				const servers = ['x', 'y', 'z'].map((id) => world.server(id, answer));
				await world.run({ jobs, servers, perServer });
				expect([...world.ends.keys()].sort()).toEqual(jobs.map(({ key }) => key).sort());
			},
		),
		{ numRuns: 40 },
	);
});

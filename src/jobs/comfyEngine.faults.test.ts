import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFakeComfy } from '#comfy/testing/fakeComfy.ts';
import { graphSchema } from '#comfy/workflow/graph.ts';
import { templateDefaults } from '#comfy/workflow/templateDefaults.ts';
import { emptyDocument } from '#core/document/document.ts';
import { createComfyEngine } from './comfyEngine.ts';
import type { EngineOutcome, RemoteRun } from './engine.ts';

const read = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const template = graphSchema.parse(read('../../workflows/video_wan_ati.json'));
const objectInfo = read('../comfy/fixtures/objectInfo.v0_33_0.json') as Record<string, unknown>;
const defaults = templateDefaults(template);

const fault = fc.oneof(
	fc.record({ kind: fc.constant('down' as const), forMs: fc.integer({ min: 100, max: 60_000 }) }),
	fc.record({ kind: fc.constant('dropSockets' as const) }),
	fc.record({ kind: fc.constant('deaf' as const), forMs: fc.integer({ min: 100, max: 60_000 }) }),
	fc.record({ kind: fc.constant('reload' as const), forMs: fc.integer({ min: 0, max: 30_000 }) }),
);
const schedule = fc.record({
	/** After how long each fault comes, counted from the one before. The first comes after the run is on the server. */
	faults: fc.array(fc.tuple(fc.integer({ min: 0, max: 40_000 }), fault), { maxLength: 6 }),
	stepMs: fc.integer({ min: 50, max: 20_000 }),
	historyLagMs: fc.integer({ min: 0, max: 15_000 }),
	loseAnswer: fc.boolean(),
});

type Schedule = typeof schedule extends fc.Arbitrary<infer T> ? T : never;

/** One run under a schedule of faults; a reload lets go of it and picks it up again later. */
async function play(given: Schedule) {
	const { faults, ...switches } = given;
	const comfy = createFakeComfy({ objectInfo, steps: 5, ...switches });
	const engine = createComfyEngine({
		platform: comfy.platform,
		server: () => ({ id: 'gpu', baseUrl: comfy.baseUrl }),
		template,
		models: () => {
			if (!defaults.ok) throw new Error(defaults.error.detail);
			return defaults.value.models;
		},
	});
	let outcome: EngineOutcome | undefined;
	let remote: RemoteRun | undefined;
	const watch = (resume?: RemoteRun): AbortController => {
		const detach = new AbortController();
		const startFrame = async () => ({
			width: 1,
			height: 1,
			rgba: new Uint8ClampedArray(4),
			png: Uint8Array.of(1),
		});
		engine
			.run(
				{ document: emptyDocument, seed: 1, samples: [], tracksJson: '[]', startFrame },
				{
					cancel: new AbortController().signal,
					detach: detach.signal,
					emit: (event) => {
						if (event.type === 'remote') remote = event.remote;
					},
					...(resume ? { resume } : {}),
				},
			)
			.then(
				(value) => {
					outcome = value;
				},
				() => undefined,
			);
		return detach;
	};
	let owner = watch();
	await comfy.advance(10);
	for (const [after, what] of faults) {
		await comfy.advance(after);
		switch (what.kind) {
			case 'down':
				comfy.switches.down = true;
				for (const socket of comfy.sockets) socket.drop();
				await comfy.advance(what.forMs);
				comfy.switches.down = false;
				break;
			case 'dropSockets':
				for (const socket of comfy.sockets) socket.drop();
				break;
			case 'deaf':
				comfy.switches.deaf = true;
				await comfy.advance(what.forMs);
				comfy.switches.deaf = false;
				break;
			case 'reload':
				if (outcome) break;
				owner.abort();
				await comfy.advance(what.forMs);
				owner = watch(remote);
		}
	}
	await comfy.advance(400_000);
	return { outcome, comfy };
}

test('whatever happens on the way, the video arrives, posted once, and nothing stays open', async () => {
	await fc.assert(
		fc.asyncProperty(schedule, async (given) => {
			const { outcome, comfy } = await play(given);
			expect(outcome).toMatchObject({ state: 'done', fromCache: false });
			expect(comfy.posted).toHaveLength(1);
			expect(comfy.open()).toEqual({ timers: 0, sockets: 0, requests: 0 });
		}),
		{ numRuns: Math.round(25 * Number(process.env.FC_RUNS ?? '1')) },
	);
});

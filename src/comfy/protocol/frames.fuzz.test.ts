import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPreviewFilter } from '../run/previewFilter.ts';
import { reduceRun } from '../run/reduceRun.ts';
import type { RunPlan } from '../run/runPlan.ts';
import { startRun } from '../run/runState.ts';
import { readRecording } from '../testing/readRecording.ts';
import { parseBinaryFrame } from './parseBinaryFrame.ts';
import { parseSocketMessage } from './parseSocketMessage.ts';

/*
 * Random frames through the parsers, the preview filter and the run reducer: 200 frames a run, 100 runs here (2 x 10^4),
 * 50 times as many with each round of `npm run test:long fuzz` (10^6).
 */
const folder = new URL('../fixtures/recordings/', import.meta.url);
const recorded = existsSync(folder)
	? readdirSync(folder).flatMap((name) =>
			readRecording(readFileSync(new URL(name, folder), 'utf8')).flatMap((line) =>
				line.kind === 'ws_text' && line.dir === 'in' ? [line.data] : [],
			),
		)
	: [];

const plan: RunPlan = {
	promptId: 'mine',
	saveNode: '258',
	samplerNode: '3',
	weights: { '3': 80, '258': 1 },
	titles: {},
};

const ids = fc.constantFrom('mine', 'mine', 'foreign', '', null, 3, undefined);
const scalar = fc.oneof(
	fc.constantFrom<unknown>(null, true, '', '3', '258', '__proto__', 'constructor', -1, 0, 2 ** 53),
	fc.double(),
	fc.string({ maxLength: 8 }),
);
const data = fc.oneof(
	fc.record(
		{
			prompt_id: ids,
			node: scalar,
			value: scalar,
			max: scalar,
			output: fc.oneof(scalar, fc.constant({ images: [{ filename: 'a.mp4' }, null, 3] })),
			nodes: fc.oneof(
				scalar,
				fc.array(scalar, { maxLength: 3 }),
				fc.dictionary(
					fc.constantFrom('3', '258', '__proto__', 'x'),
					fc.record(
						{
							value: scalar,
							max: scalar,
							state: fc.constantFrom('running', 'finished', 'error', 7),
						},
						{ requiredKeys: [] },
					),
					{ maxKeys: 3 },
				),
			),
			status: scalar,
			sid: scalar,
		},
		{ requiredKeys: [] },
	),
	scalar,
);
const type = fc.constantFrom<unknown>(
	...['status', 'feature_flags', 'execution_start', 'execution_cached', 'executing', 'progress'],
	...['progress_state', 'executed', 'execution_success', 'execution_interrupted'],
	...['execution_error', 'toString', '__proto__', 'custom', 4, null],
);
const built = fc.record({ type, data }).map((frame) => JSON.stringify(frame) ?? '');
/** A real frame with one piece cut out, doubled, or replaced. */
const broken = fc
	.tuple(
		fc.constantFrom(...(recorded.length > 0 ? recorded : ['{}'])),
		fc.nat(),
		fc.nat(20),
		fc.constantFrom('', 'NaN', '-Infinity', '"', '{', ']', '\\', '\u0000'),
	)
	.map(([text, at, count, instead]) => {
		const start = at % (text.length + 1);
		return text.slice(0, start) + instead + text.slice(start + count);
	});
const text = fc.oneof(built, broken, fc.string(), fc.json());
/** Event numbers that exist and ones that do not, length fields that lie. */
const binary = fc
	.tuple(
		fc.constantFrom(0, 1, 2, 3, 4, 99, 2 ** 32 - 1),
		fc.constantFrom(0, 1, 2, 5, 40, 2 ** 31, 2 ** 32 - 1),
		fc.uint8Array({ maxLength: 48 }),
		fc.nat(56),
	)
	.map(([event, length, rest, size]) => {
		const frame = new Uint8Array(8 + rest.length);
		const view = new DataView(frame.buffer);
		view.setUint32(0, event);
		view.setUint32(4, length);
		frame.set(rest, 8);
		return frame.slice(0, Math.min(size, frame.length)).buffer as ArrayBuffer;
	});

test('no frame, however broken, makes anything throw or ends a run', () => {
	const filter = createPreviewFilter('mine');
	let state = startRun(0);
	const frames = fc.array(fc.oneof({ weight: 3, arbitrary: text }, binary), {
		minLength: 200,
		maxLength: 200,
	});
	fc.assert(
		fc.property(frames, (list) => {
			for (const frame of list) {
				if (typeof frame === 'string') {
					const message = parseSocketMessage(frame);
					if (!message) continue;
					filter.onMessage(message);
					state = reduceRun(state, { type: 'message', message, at: 1 }, plan);
				} else {
					const parsed = parseBinaryFrame(frame);
					if (parsed) filter.accept(parsed);
				}
			}
			expect(state.end).toBeUndefined();
			expect(state.fraction).toBeGreaterThanOrEqual(0);
			expect(state.fraction).toBeLessThanOrEqual(1);
		}),
		{ numRuns: 100 },
	);
});

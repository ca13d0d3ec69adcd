import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseBinaryFrame } from '../protocol/parseBinaryFrame.ts';
import { parseSocketMessage } from '../protocol/parseSocketMessage.ts';
import { type HistoryEntry, historySchema } from '../protocol/responses.ts';
import { type RecordedLine, readRecording } from '../testing/readRecording.ts';
import { judgeHistory } from './judgeHistory.ts';
import { reduceRun } from './reduceRun.ts';
import type { RunPlan } from './runPlan.ts';
import { type RunState, startRun } from './runState.ts';

const ours = new URL('../fixtures/recordings/', import.meta.url);
/** The full set lies beside the checkout on machines that have it; the trimmed ones in the repository always run. */
const all = new URL('../../../../shared/comfyui/recordings/', import.meta.url);
const folders = [ours, ...(existsSync(all) ? [all] : [])];

const recordings = folders.flatMap((folder) =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.jsonl'))
		.map((name) => ({
			name: `${folder === ours ? '' : 'full '}${name.replace('.jsonl', '')}`,
			lines: readRecording(readFileSync(new URL(name, folder), 'utf8')),
		})),
);

const planFor = (promptId: string): RunPlan => ({
	promptId,
	saveNode: '258',
	samplerNode: '3',
	weights: { '248': 1, '3': 80, '8': 10, '258': 1 },
	titles: { '248': 'Tracks to video' },
});

const promptIds = (lines: readonly RecordedLine[]): string[] =>
	lines.flatMap((line) => {
		if (line.kind !== 'http' || line.path !== '/prompt' || line.status !== 200) return [];
		const id = (line.response as { prompt_id?: unknown } | undefined)?.prompt_id;
		return typeof id === 'string' ? [id] : [];
	});

function historyOf(line: RecordedLine, promptId: string): HistoryEntry | undefined {
	if (line.kind !== 'http' || line.path !== `/history/${promptId}`) return undefined;
	const read = historySchema.safeParse(line.response);
	return read.success ? read.data[promptId] : undefined;
}

function replay(lines: readonly RecordedLine[], promptId: string): RunState {
	const plan = planFor(promptId);
	let state = startRun(0);
	for (const line of lines) {
		if (line.kind === 'ws_text' && line.dir === 'in') {
			const message = parseSocketMessage(line.data);
			if (message) state = reduceRun(state, { type: 'message', message, at: line.t * 1000 }, plan);
		}
		const entry = historyOf(line, promptId);
		if (entry)
			state = reduceRun(
				state,
				{ type: 'history', verdict: judgeHistory(entry, plan), at: 0 },
				plan,
			);
	}
	return state;
}

test.each(recordings)('$name: every frame is understood', ({ lines }) => {
	for (const line of lines) {
		if (line.kind === 'ws_text' && line.dir === 'in')
			expect(parseSocketMessage(line.data), line.data.slice(0, 200)).toBeDefined();
		if (line.kind === 'ws_binary') {
			const bytes = Uint8Array.from(atob(line.base64), (char) => char.charCodeAt(0));
			const frame = parseBinaryFrame(bytes);
			expect(frame?.type).toBe(frameTypes[line.event]);
			if (frame?.type === 'text') expect(frame.text).not.toBe('');
			else expect(frame?.mediaType).toBe('image/jpeg');
		}
	}
});

const frameTypes: Readonly<Record<number, string>> = {
	1: 'preview',
	3: 'text',
	4: 'previewWithMetadata',
};

/** How the run whose history was read must have ended, by the name of the recording. */
const endings: readonly (readonly [RegExp, RunState['end'] | { readonly state: string }])[] = [
	[/success_fully_cached/, { state: 'done', fromCache: true }],
	[/success_|reconnect_same/, { state: 'done', fromCache: false }],
	[/runtime_error/, { state: 'failed' }],
	[/interrupt_mid_sampling/, { state: 'interrupted' }],
];

for (const [pattern, ending] of endings) {
	const matching = recordings.filter(
		({ name }) => endings.find(([first]) => first.test(name))?.[0] === pattern,
	);
	test.each(matching)(`$name ends ${ending?.state}`, ({ lines }) => {
		const promptId = promptIds(lines)[0] ?? '';
		expect(lines.some((line) => historyOf(line, promptId))).toBe(true);
		expect(replay(lines, promptId).end).toMatchObject({ ...ending });
	});
}

test.each(recordings.filter(({ name }) => /runtime_error/.test(name)))(
	'$name names node, class and reason',
	({ lines }) => {
		const { end } = replay(lines, promptIds(lines)[0] ?? '');
		expect(end).toMatchObject({
			failure: { node: 'Tracks to video', nodeType: 'WanTrackToVideo', outOfMemory: false },
		});
		expect(end?.state === 'failed' && end.failure.message).not.toMatch(/\n$/);
	},
);

test.each(recordings.filter(({ name }) => /same_client_id_old/.test(name)))(
	'$name: a deaf socket tells nothing, the run stays open',
	({ lines }) => {
		expect(replay(lines, promptIds(lines)[0] ?? '')).toEqual(startRun(0));
	},
);

test.each(recordings.filter(({ name }) => /queue_delete_pending/.test(name)))(
	'$name: the deleted run never starts',
	({ lines }) => {
		const [running, deleted] = promptIds(lines);
		expect(replay(lines, running ?? '').phase).not.toBe('pending');
		expect(replay(lines, deleted ?? '').phase).toBe('pending');
	},
);

test.each(
	recordings.filter(({ name }) =>
		/success_template_full_size|success_previews_metadata/.test(name),
	),
)(
	'$name: the sampler counts to its end and the bar is full before history is read',
	({ lines }) => {
		const socketOnly = lines.filter((line) => line.kind !== 'http' || line.path === '/prompt');
		const state = replay(socketOnly, promptIds(lines)[0] ?? '');
		expect(state.phase).toBe('finishing');
		expect(state.end).toBeUndefined();
		expect(state.step?.value).toBe(state.step?.max);
		expect(state.fraction).toBe(1);
	},
);

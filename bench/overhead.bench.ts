import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { WebSocket } from 'ws';
import type { ComfyPlatform } from '../src/comfy/transport/platform.ts';
import { bindShot } from '../src/comfy/workflow/bindShot.ts';
import { type Graph, graphSchema } from '../src/comfy/workflow/graph.ts';
import { templateDefaults } from '../src/comfy/workflow/templateDefaults.ts';
import { emptyDocument } from '../src/core/document/document.ts';
import { shotValues } from '../src/jobs/comfy/shotValues.ts';
import { createComfyEngine } from '../src/jobs/comfyEngine.ts';
import type { JobInput } from '../src/jobs/engine.ts';
import { type Standin, startStandin } from '../src/standin/createStandin.ts';
import type { BenchResult } from './sampling.bench.ts';
import { median } from './support/frameTimes.ts';
import { measurePaint } from './support/paintTimes.ts';
import { runWhenStarted } from './support/printResults.ts';
import { machineLoad } from './support/studioBrowser.ts';

/*
 * What we add to a bare script that makes the same requests to the same stand-in: from Generate to the accepted POST, in Node,
 * both in this process; and from history having the run to the first frame painted, both in the same browser. The way from
 * history to the bytes alone, a few milliseconds, is printed without a target.
 */
const rounds = 60;
const paintPairs = 24;
const target = 1.3;

const template: Graph = graphSchema.parse(
	JSON.parse(readFileSync(new URL('../workflows/video_wan_ati.json', import.meta.url), 'utf8')),
);
const frame = { ...emptyDocument.frame, width: 128, height: 128, length: 17 };
const track = Array.from({ length: 121 }, (_, i) => ({ x: 40 + i / 4, y: 64 }));

interface Times {
	readonly sendMs: number;
	readonly fetchMs: number;
}

export default async function run(): Promise<BenchResult[]> {
	const standin = await startStandin({ stepMs: 60, previewMethod: 'none' });
	try {
		const ours: Times[] = [];
		const bare: Times[] = [];
		for (let round = 0; round < rounds + 6; round++) {
			// In turns, now one first and now the other, so that a slow moment of the machine meets both.
			const first = round % 2 === 0 ? timeEngine : timeScript;
			const second = round % 2 === 0 ? timeScript : timeEngine;
			const pair = [await first(standin), await second(standin)] as const;
			if (round < 6) continue;
			ours.push(pair[round % 2]!);
			bare.push(pair[1 - (round % 2)]!);
		}
		const of = (list: readonly Times[], key: keyof Times) => list.map((times) => times[key]);
		const painted = await measurePaint(paintPairs);
		console.log(`  ${machineLoad()}`);
		return [
			ratio('Generate to accepted POST', of(ours, 'sendMs'), of(bare, 'sendMs')),
			ratio('history to first frame painted', painted.ours, painted.bare),
			{
				...ratio('history to bytes', of(ours, 'fetchMs'), of(bare, 'fetchMs')),
				target: '-',
				ok: true,
			},
		];
	} finally {
		await standin.close();
	}
}

function ratio(what: string, ours: readonly number[], bare: readonly number[]): BenchResult {
	const [mine, theirs] = [median(ours), median(bare)];
	// Of pairs made within a moment: what the machine did besides met both.
	const value = median(ours.map((ms, at) => ms / bare[at]!));
	const size = `${mine.toFixed(1)} to ${theirs.toFixed(1)} ms`;
	return {
		name: `${what}, ours to a bare script (medians ${size}, ${ours.length} pairs)`,
		value: Math.round(value * 100) / 100,
		unit: 'x',
		target: `<= ${target} x`,
		ok: value <= target,
	};
}

const platform: ComfyPlatform = {
	fetch: (url, init) => fetch(url, init),
	WebSocket: WebSocket as unknown as ComfyPlatform['WebSocket'],
	now: () => Date.now(),
	setTimeout: (callback, ms) => setTimeout(callback, ms),
	clearTimeout: (handle) => clearTimeout(handle),
	randomBytes: (count) => new Uint8Array(randomBytes(count)),
};

function newInput(): JobInput {
	return {
		document: { ...emptyDocument, frame, shot: { ...emptyDocument.shot, steps: 2 } },
		seed: randomBytes(4).readUInt32BE(),
		samples: [],
		tracksJson: JSON.stringify([track]),
		startFrame: async () => ({
			width: 128,
			height: 128,
			rgba: new Uint8ClampedArray(128 * 128 * 4),
			png: greyPng(128),
		}),
	};
}

const defaults = templateDefaults(template);
if (!defaults.ok) throw new Error(defaults.error.detail);
const { models } = defaults.value;

async function timeEngine(standin: Standin): Promise<Times> {
	const engine = createComfyEngine({
		platform,
		server: () => ({ id: 'bench', baseUrl: standin.url }),
		template,
		models: () => models,
	});
	const never = new AbortController().signal;
	const start = performance.now();
	let acceptedAt = 0;
	const outcome = await engine.run(newInput(), {
		cancel: never,
		detach: never,
		emit: (event) => {
			if (event.type === 'remote' && event.remote.stage === 'accepted')
				acceptedAt ||= performance.now();
		},
	});
	const done = performance.now();
	if (outcome.state !== 'done') throw new Error(`the run ended ${JSON.stringify(outcome)}`);
	return { sendMs: acceptedAt - start, fetchMs: done - historyAt(standin) };
}

/** The same requests with nothing around them. */
async function timeScript(standin: Standin): Promise<Times> {
	const { url } = standin;
	const input = newInput();
	const [promptId, clientId] = [randomUUID(), randomUUID()];
	const start = performance.now();
	const classes = [...new Set(Object.values(template).map((node) => node.class_type))];
	const features = fetch(`${url}/features`).then((response) => response.json());
	for (let at = 0; at < classes.length; at += 6)
		await Promise.all(
			classes
				.slice(at, at + 6)
				.map(async (name) => (await fetch(`${url}/object_info/${name}`)).json()),
		);
	await features;
	const { png } = await input.startFrame();
	const form = new FormData();
	form.set('image', new Blob([png as BlobPart]), `${randomUUID()}.png`);
	const uploaded = (await (
		await fetch(`${url}/upload/image`, { method: 'POST', body: form })
	).json()) as { name: string };
	const bound = bindShot(template, shotValues(input, models, uploaded.name));
	if (!bound.ok) throw new Error(bound.error.detail);
	const socket = new WebSocket(`${url.replace('http', 'ws')}/ws?clientId=${clientId}`);
	const over = new Promise<void>((resolve) => {
		socket.on('message', (data, isBinary) => {
			if (isBinary) return;
			const { type, data: told } = JSON.parse(String(data));
			if (type === 'executing' && told.node === null && told.prompt_id === promptId) resolve();
		});
	});
	await new Promise((resolve) => socket.on('open', resolve));
	const posted = await fetch(`${url}/prompt`, {
		method: 'POST',
		body: JSON.stringify({ prompt: bound.value.graph, prompt_id: promptId, client_id: clientId }),
	});
	await posted.json();
	const acceptedAt = performance.now();
	await over;
	const history = (await (await fetch(`${url}/history/${promptId}`)).json()) as Record<
		string,
		{ outputs: Record<string, { images: Record<string, string>[] }> }
	>;
	const file = history[promptId]?.outputs[bound.value.nodes.save]?.images[0];
	const view = await fetch(`${url}/view?${new URLSearchParams(file)}`);
	const video = new Uint8Array(await view.arrayBuffer());
	const done = performance.now();
	if (video.length === 0) throw new Error('the script got no video');
	socket.close();
	return { sendMs: acceptedAt - start, fetchMs: done - historyAt(standin) };
}

/** When the newest run was put into history, by the clock of `performance`. */
function historyAt({ runs }: Standin): number {
	const run = runs.at(-1);
	if (run?.endTime === undefined) throw new Error('no run has ended');
	return run.endTime - performance.timeOrigin;
}

/** A new picture each time, as each shot has its own. */
function greyPng(size: number): Uint8Array {
	const chunk = (type: string, data: Buffer): Buffer => {
		const frameOf = Buffer.alloc(12 + data.length);
		frameOf.writeUInt32BE(data.length, 0);
		frameOf.write(type, 4, 'latin1');
		frameOf.set(data, 8);
		frameOf.writeUInt32BE(crc32(frameOf.subarray(4, 8 + data.length)), 8 + data.length);
		return frameOf;
	};
	const header = Buffer.alloc(13);
	header.writeUInt32BE(size, 0);
	header.writeUInt32BE(size, 4);
	header.set([8, 2, 0, 0, 0], 8);
	const rows = randomBytes(size * (1 + size * 3));
	for (let y = 0; y < size; y++) rows[y * (1 + size * 3)] = 0;
	const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const parts = [
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	];
	return Buffer.concat([mark, ...parts]);
}

await runWhenStarted(import.meta.url, run);

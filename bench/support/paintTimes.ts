import type { Page } from '@playwright/test';
import { type ComfyBrowser, done, generate, withComfyBrowser } from './comfyBrowser.ts';

export interface PaintTimes {
	/** From history having the run to the first frame of its video on the screen, ms, a pair at a time. */
	readonly ours: readonly number[];
	readonly bare: readonly number[];
}

/**
 * The same in a browser: our page, and beside it a bare script in an empty page of the same origin that makes the same requests
 * and shows the video. In turns, each as the front page.
 */
export const measurePaint = (pairs: number): Promise<PaintTimes> =>
	withComfyBrowser({ stepMs: 20, previewMethod: 'none' }, async (studio) => {
		const page = await studio.open();
		const empty = await studio.context.newPage();
		await empty.goto(`${studio.url}/favicon.svg`);
		const [ours, bare]: [number[], number[]] = [[], []];
		const warmUps = 2;
		for (let pair = 0; pair < pairs + warmUps; pair++) {
			await page.bringToFront();
			const mine = await ourTime(studio, page, pair + 1);
			const graph = studio.standin.runs.at(-1)?.graph;
			await empty.bringToFront();
			const theirs = await empty.evaluate(bareScript, { graph: graph as object, seed: pair });
			const ended = studio.standin.runs.at(-1)?.endTime ?? Number.NaN;
			if (pair < warmUps) continue;
			ours.push(mine);
			bare.push(theirs - ended);
		}
		return { ours, bare };
	});

async function ourTime(studio: ComfyBrowser, page: Page, count: number): Promise<number> {
	await generate(page);
	const painted = page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const player = 'section[aria-label^="Player"] video';
				const before = document.querySelector<HTMLVideoElement>(player)?.src;
				const look = () => {
					const video = document.querySelector<HTMLVideoElement>(player);
					// The frame at hand is drawn with the next one of the screen.
					if (video && video.src !== before && video.readyState >= 2)
						requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
					else requestAnimationFrame(look);
				};
				look();
			}),
	);
	const run = await done(studio, page, count);
	return (await painted) - (run.endTime ?? Number.NaN);
}

/** In an empty page: the requests and nothing around them. @returns when the first frame was there, ms since the epoch. */
async function bareScript({ graph, seed }: { graph: object; seed: number }): Promise<number> {
	const base = '/comfy/bench';
	const prompt = structuredClone(graph) as Record<
		string,
		{ class_type: string; inputs: Record<string, unknown> }
	>;
	const nodes = Object.entries(prompt);
	const sampler = nodes.find(([, node]) => node.class_type === 'KSampler');
	const save = nodes.find(([, node]) => node.class_type === 'SaveVideo');
	if (!sampler || !save) throw new Error('the graph has no sampler or no video');
	sampler[1].inputs.seed = 1_000_000 + seed;
	const [id, client] = [crypto.randomUUID(), crypto.randomUUID()];
	const socket = new WebSocket(
		`${base.replace(/^/, `ws://${location.host}`)}/ws?clientId=${client}`,
	);
	await new Promise((resolve) => socket.addEventListener('open', resolve));
	const over = new Promise<void>((resolve) => {
		socket.addEventListener('message', ({ data }) => {
			if (typeof data !== 'string') return;
			const { type, data: told } = JSON.parse(data);
			if (type === 'executing' && told.node === null && told.prompt_id === id) resolve();
		});
	});
	const body = JSON.stringify({ prompt, prompt_id: id, client_id: client });
	await fetch(`${base}/prompt`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body,
	});
	await over;
	await (await fetch(`${base}/queue`)).json();
	const history = await (await fetch(`${base}/history/${id}`)).json();
	const file = history[id].outputs[save[0]].images[0];
	const view = await fetch(`${base}/view?${new URLSearchParams(file)}`);
	const video = document.createElementNS(
		'http://www.w3.org/1999/xhtml',
		'video',
	) as HTMLVideoElement;
	video.muted = true;
	document.documentElement.append(video);
	video.src = URL.createObjectURL(await view.blob());
	const painted = await new Promise<number>((resolve) => {
		const look = () => {
			if (video.readyState >= 2)
				requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
			else requestAnimationFrame(look);
		};
		look();
	});
	URL.revokeObjectURL(video.src);
	video.remove();
	socket.close();
	return painted;
}

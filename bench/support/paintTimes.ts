import type { Page } from '@playwright/test';
import { type ComfyBrowser, done, generate, withComfyBrowser } from './comfyBrowser.ts';

const player = 'section[aria-label^="Player"] video';

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
		// Without the app's service worker, which would answer with the app.
		const empty = await studio.context.browser()!.newPage({ serviceWorkers: 'block' });
		await empty.goto(`${studio.url}/wan-ati.json`);
		const [ours, bare]: [number[], number[]] = [[], []];
		const warmUps = 2;
		for (let pair = 0; pair < pairs + warmUps; pair++) {
			await page.bringToFront();
			const mine = await ourTime(studio, page, pair + 1);
			const graph = studio.standin.runs.at(-1)?.graph as object;
			const box = await page.locator(player).boundingBox();
			await empty.bringToFront();
			const size = { width: box?.width ?? 0, height: box?.height ?? 0 };
			const theirs = await empty.evaluate(bareScript, { graph, seed: pair, ...size });
			const ended = studio.standin.runs.at(-1)?.endTime ?? Number.NaN;
			if (pair < warmUps) continue;
			ours.push(mine);
			bare.push(theirs - ended);
		}
		return { ours, bare };
	});

async function ourTime(studio: ComfyBrowser, page: Page, count: number): Promise<number> {
	await page.evaluate(watchPlayer, player);
	await generate(page);
	// Nothing else is asked of the page meanwhile: looking for roles takes time there.
	const painted = await page.evaluate(() => window.wanAtiPainted);
	const run = await done(studio, page, count);
	return (painted ?? Number.NaN) - (run.endTime ?? Number.NaN);
}

declare global {
	interface Window {
		/** When the first frame of the next video was given to the screen, ms since the epoch. */
		wanAtiPainted?: Promise<number>;
	}
}

/** In our page: asks the next video of the player for the moment of its first frame, as soon as it is there. */
function watchPlayer(selector: string): void {
	const before = document.querySelector(selector);
	window.wanAtiPainted = new Promise((resolve) => {
		const observer = new MutationObserver(() => {
			const video = document.querySelector<HTMLVideoElement>(selector);
			if (!video || video === before) return;
			observer.disconnect();
			video.requestVideoFrameCallback((_now, { presentationTime }) =>
				resolve(performance.timeOrigin + presentationTime),
			);
		});
		observer.observe(document.body, { childList: true, subtree: true });
	});
}

/** In an empty page: the requests and nothing around them. @returns when the first frame was there, ms since the epoch. */
async function bareScript({
	graph,
	seed,
	width,
	height,
}: {
	readonly graph: object;
	readonly seed: number;
	/** Of our player's video, CSS px. */
	readonly width: number;
	readonly height: number;
}): Promise<number> {
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
	const socket = new WebSocket(`ws://${location.host}${base}/ws?clientId=${client}`);
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
	const history = await (await fetch(`${base}/history/${id}`)).json();
	const file = history[id].outputs[save[0]].images[0];
	const view = await fetch(`${base}/view?${new URLSearchParams(file)}`);
	const video = document.createElement('video');
	video.muted = true;
	video.autoplay = true;
	video.style.cssText = `width: ${width}px; height: ${height}px`;
	document.body.replaceChildren(video);
	video.src = URL.createObjectURL(await view.blob());
	const painted = await new Promise<number>((resolve) =>
		video.requestVideoFrameCallback((_now, { presentationTime }) =>
			resolve(performance.timeOrigin + presentationTime),
		),
	);
	URL.revokeObjectURL(video.src);
	video.remove();
	socket.close();
	return painted;
}

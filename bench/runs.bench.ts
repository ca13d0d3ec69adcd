import type { CDPSession, Page } from '@playwright/test';
import type { BenchResult } from './sampling.bench.ts';
import { type ComfyBrowser, done, generate, withComfyBrowser } from './support/comfyBrowser.ts';
import { runWhenStarted } from './support/printResults.ts';

const runs = Number(process.env.RUNS ?? '200');
/** KiB a run that count as flat: less than the record of one run. */
const flatKib = 2;

interface Left {
	readonly sockets: number;
	readonly urls: number;
	readonly timers: number;
	readonly listeners: number;
}

/**
 * Runs one after the other in one page, each generated, played and deleted: what is left open, counted by wrapping the
 * browser's own makers, and the slope of what the page's script holds after collecting garbage. Compiled code and
 * what the browser keeps (for a watching tool each request) are not ours: they are printed, and have no target.
 */
export default async function run(): Promise<BenchResult[]> {
	return withComfyBrowser({ stepMs: 2 }, measure);
}

async function measure(studio: ComfyBrowser): Promise<BenchResult[]> {
	await studio.context.addInitScript(countMakers);
	const page = await studio.open();
	const devtools = await studio.context.newCDPSession(page);
	await devtools.send('HeapProfiler.enable');
	const heap: { run: number; kib: number }[] = [];
	let first: Left | undefined;
	let last: Left | undefined;
	const every = Math.max(5, Math.floor(runs / 20));
	for (let at = 1; at <= runs; at++) {
		await generate(page);
		await done(studio, page, 1);
		await page.getByRole('button', { name: 'Delete', exact: true }).click();
		const left = page.getByRole('list', { name: 'Results' }).getByRole('listitem');
		await left.waitFor({ state: 'detached' });
		if (at % every !== 0) continue;
		// Counting takes a while: what is left over is seen at the ends.
		if (at === every) first = await settled(page);
		if (at > runs - every) last = await settled(page);
		const { own, code, other } = await heapKib(devtools);
		heap.push({ run: at, kib: own });
		const parts = [own, code, other].map(Math.round);
		console.log(
			`  run ${at} of ${runs}: held ${parts[0]} KiB; compiled code ${parts[1]}, the browser's own ${parts[2]}`,
		);
	}
	if (!first || !last) throw new Error('too few runs to measure');
	const slope = slopeOf(heap.slice(Math.floor(heap.length / 4)));
	const more = (kind: keyof Left) => last[kind] - first[kind];
	const grown = (Object.keys(last) as (keyof Left)[]).map((kind) => `${kind} ${more(kind)}`);
	const most = Math.max(last.sockets, more('urls'), more('timers'), more('listeners'));
	return [
		{
			name: `left after ${runs} runs, more than after the first few: ${grown.join(', ')}`,
			value: most,
			unit: '',
			target: '<= 0',
			ok: most <= 0,
		},
		{
			name: `slope of the heap that the page's script holds, over ${runs} runs`,
			value: Math.round(slope * 100) / 100,
			unit: 'KiB a run',
			target: `< ${flatKib} KiB a run`,
			ok: slope < flatKib,
		},
	];
}

interface HeapSnapshot {
	readonly snapshot: {
		readonly meta: {
			readonly node_fields: readonly string[];
			readonly node_types: readonly [readonly string[], ...unknown[]];
		};
	};
	readonly nodes: readonly number[];
}

/** Node types of a snapshot that the page's own script makes. */
const ownTypes = new Set([
	...['object', 'array', 'closure', 'regexp', 'number', 'bigint', 'symbol'],
	...['string', 'concatenated string', 'sliced string'],
]);

/** What the page's script holds (its objects, arrays, functions and strings), what is compiled of it, and all else; KiB. */
async function heapKib(devtools: CDPSession): Promise<Record<'own' | 'code' | 'other', number>> {
	const chunks: string[] = [];
	const take = ({ chunk }: { chunk: string }) => chunks.push(chunk);
	devtools.on('HeapProfiler.addHeapSnapshotChunk', take);
	// What waits for the first pass to be let go, goes with the second.
	await devtools.send('HeapProfiler.collectGarbage');
	await devtools.send('HeapProfiler.collectGarbage');
	await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
	devtools.off('HeapProfiler.addHeapSnapshotChunk', take);
	const { snapshot, nodes } = JSON.parse(chunks.join('')) as HeapSnapshot;
	const { node_fields: fields, node_types: types } = snapshot.meta;
	const [typeAt, sizeAt] = [fields.indexOf('type'), fields.indexOf('self_size')];
	const kib = { own: 0, code: 0, other: 0 };
	for (let node = 0; node < nodes.length; node += fields.length) {
		const type = types[0][nodes[node + typeAt]!]!;
		const part = ownTypes.has(type) ? 'own' : type === 'code' ? 'code' : 'other';
		kib[part] += nodes[node + sizeAt]! / 1024;
	}
	return kib;
}

/** What was deleted goes when it can no longer be taken back, and object URLs a little later: the fewest of 25 s. */
async function settled(page: Page): Promise<Left> {
	let least: Left | undefined;
	for (let look = 0; look < 50; look++) {
		const now = await page.evaluate(() => ({ ...window.wanAtiLeft! }));
		least = least
			? {
					sockets: Math.min(least.sockets, now.sockets),
					urls: Math.min(least.urls, now.urls),
					timers: Math.min(least.timers, now.timers),
					listeners: Math.min(least.listeners, now.listeners),
				}
			: now;
		await page.waitForTimeout(500);
	}
	return least as Left;
}

declare global {
	interface Window {
		wanAtiLeft?: { sockets: number; urls: number; timers: number; listeners: number };
	}
}

/** In the page, before its own code. */
function countMakers(): void {
	const left = { sockets: 0, urls: 0, timers: 0, listeners: 0 };
	window.wanAtiLeft = left;
	const { createObjectURL, revokeObjectURL } = URL;
	const urls = new Set<string>();
	URL.createObjectURL = (blob) => {
		const url = createObjectURL.call(URL, blob);
		urls.add(url);
		left.urls = urls.size;
		return url;
	};
	URL.revokeObjectURL = (url) => {
		urls.delete(url);
		left.urls = urls.size;
		revokeObjectURL.call(URL, url);
	};
	const Socket = window.WebSocket;
	window.WebSocket = class extends Socket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols);
			left.sockets++;
			super.addEventListener('close', () => left.sockets--);
		}
	};
	const timers = new Set<number>();
	const count = () => {
		left.timers = timers.size;
	};
	// As browsers have them; the types here are Node's.
	const clock = window as unknown as {
		setTimeout(work: (...args: unknown[]) => void, ms?: number, ...rest: unknown[]): number;
		clearTimeout(id?: number): void;
	};
	const { setTimeout: start, clearTimeout: end } = clock;
	clock.setTimeout = (work, ms, ...rest) => {
		const run = (...args: unknown[]) => {
			timers.delete(id);
			count();
			work(...args);
		};
		const id = start.call(window, run, ms, ...rest);
		timers.add(id);
		count();
		return id;
	};
	clock.clearTimeout = (id) => {
		timers.delete(Number(id));
		count();
		end.call(window, id);
	};
	for (const target of [window, document] as const) {
		const { addEventListener: add, removeEventListener: remove } = target;
		const known = new Map<string, Set<unknown>>();
		const forget = (type: string, listener: unknown) => {
			if (known.get(type)?.delete(listener)) left.listeners--;
		};
		target.addEventListener = ((
			type: string,
			listener: EventListener,
			options?: boolean | AddEventListenerOptions,
		) => {
			const list = known.get(type) ?? new Set();
			if (!list.has(listener)) left.listeners++;
			known.set(type, list.add(listener));
			add.call(target, type, listener, options);
			if (typeof options !== 'object') return;
			// Those that go by themselves.
			if (options.once) add.call(target, type, () => forget(type, listener), { once: true });
			options.signal?.addEventListener('abort', () => forget(type, listener));
		}) as typeof target.addEventListener;
		target.removeEventListener = ((type: string, listener: EventListener, options?: object) => {
			forget(type, listener);
			remove.call(target, type, listener, options);
		}) as typeof target.removeEventListener;
	}
}

/** Least squares, KiB a run. */
function slopeOf(points: readonly { readonly run: number; readonly kib: number }[]): number {
	const mean = (of: (point: (typeof points)[number]) => number) =>
		points.reduce((sum, point) => sum + of(point), 0) / points.length;
	const [run, kib] = [mean((p) => p.run), mean((p) => p.kib)];
	const above = mean((p) => (p.run - run) * (p.kib - kib));
	return above / mean((p) => (p.run - run) ** 2);
}

await runWhenStarted(import.meta.url, run);

import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { ToolRail } from '../panels/ToolRail.tsx';
import { createEditorStore, type EditorStore } from '../store/createEditorStore.ts';
import { documentWith, pathOf } from '../testing/createDriver.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { EditorCanvas } from './EditorCanvas.tsx';

const mounted: { root: Root; host: HTMLElement }[] = [];
afterEach(async () => {
	for (const { root, host } of mounted.splice(0)) {
		await act(() => root.unmount());
		host.remove();
	}
});

async function mount(document_ = documentWith([])) {
	const store = createEditorStore({ document: document_ });
	const host = document.createElement('div');
	host.style.cssText = 'width: 880px; height: 528px; position: fixed; inset: 0 auto auto 0';
	document.body.append(host);
	const root = createRoot(host);
	mounted.push({ root, host });
	await act(() =>
		root.render(
			<>
				<div style={{ height: 528 }}>
					<EditorCanvas store={store} picture={null} />
				</div>
				<ToolRail store={store} />
				<Timeline store={store} />
			</>,
		),
	);
	await settled();
	const canvas = host.querySelector<HTMLElement>('[role="application"]');
	if (!canvas) throw new Error('no canvas');
	return { store, host, canvas };
}

/** The frames in which React renders and Konva draws. */
const settled = async () => {
	for (let i = 0; i < 4; i++)
		await new Promise<void>((done) => requestAnimationFrame(() => done()));
};

/** Does something and lets React and Konva follow. */
const act = async (action: () => unknown) => {
	action();
	await settled();
};

function press(
	canvas: HTMLElement,
	type: string,
	x: number,
	y: number,
	more: PointerEventInit = {},
) {
	const box = canvas.getBoundingClientRect();
	canvas.dispatchEvent(
		new PointerEvent(type, {
			bubbles: true,
			cancelable: true,
			pointerId: 1,
			pointerType: 'mouse',
			clientX: box.left + x,
			clientY: box.top + y,
			...more,
		}),
	);
}

const click = (canvas: HTMLElement, x: number, y: number) =>
	act(() => {
		press(canvas, 'pointerdown', x, y);
		press(canvas, 'pointerup', x, y);
	});

/** What a layer shows at a place: [red, green, blue, alpha]. */
function pixel(canvas: HTMLElement, layer: number, x: number, y: number): number[] {
	const element = canvas.querySelectorAll('canvas')[layer];
	const ratio = (element?.width ?? 0) / canvas.clientWidth;
	const data = element?.getContext('2d')?.getImageData(x * ratio, y * ratio, 1, 1).data;
	return [...(data ?? [])];
}

const screenOf = (store: EditorStore, x: number, y: number): [number, number] => {
	const { viewport } = store.getState();
	return [x * viewport.scale + viewport.x, y * viewport.scale + viewport.y];
};

test('is an application named Canvas that takes the focus and says what pressing does', async () => {
	const { canvas } = await mount();
	expect(canvas.getAttribute('aria-label')).toBe('Canvas');
	expect(canvas.tabIndex).toBe(0);
	expect(canvas.getAttribute('aria-description')).toMatch(/pen draws a new one \(P\)/);
	expect(canvas.querySelectorAll('canvas')).toHaveLength(4);
});

test('clicks of the pen create a track, drawn and listed', async () => {
	const { store, canvas, host } = await mount();
	const pen = host.querySelector<HTMLElement>('button[aria-label="Pen"]');
	await act(() => pen?.click());
	expect(pen?.getAttribute('aria-pressed')).toBe('true');
	await click(canvas, 200, 200);
	await click(canvas, 400, 200);
	await settled();
	expect(store.getDocument().tracks[0]?.points).toHaveLength(2);
	expect(host.querySelector('ul[aria-label="Tracks"] li')?.getAttribute('aria-label')).toBe(
		'Track 1, 2 points, 0.0 to 5.0 s',
	);
	// The first colour is aqua.
	expect(pixel(canvas, 2, 305, 200)[3]).toBeGreaterThan(200);
});

test('dragging a track leaves the drawing of the others alone', async () => {
	const document_ = documentWith([
		pathOf('a', [
			[100, 100],
			[300, 100],
		]),
		pathOf('b', [
			[100, 300],
			[300, 300],
		]),
	]);
	const { store, canvas } = await mount(document_);
	await act(() => store.select({ trackIds: ['a'], points: null }));
	await settled();
	const context = canvas.querySelectorAll('canvas')[1]?.getContext('2d');
	if (!context) throw new Error('no base layer');
	let draws = 0;
	const clearRect = context.clearRect.bind(context);
	context.clearRect = (...box) => {
		draws++;
		clearRect(...box);
	};
	const [x, y] = screenOf(store, 200, 100);
	await act(() => press(canvas, 'pointerdown', x, y));
	for (let i = 1; i <= 5; i++) {
		await act(() => press(canvas, 'pointermove', x + 8 * i, y));
		await settled();
	}
	await act(() => press(canvas, 'pointerup', x + 40, y));
	await settled();
	expect(store.getState().history.undos.map((entry) => entry.label)).toEqual(['moveTrack']);
	expect(draws).toBe(0);
	await act(() => store.panBy(5, 0));
	expect(draws).toBe(1);
});

test('the heads are drawn at the samples of the playhead', async () => {
	const track = pathOf('a', [
		[100, 100],
		[300, 240],
		[600, 100],
	]);
	const { store, canvas } = await mount(documentWith([track]));
	await act(() => store.setPlayhead(0.25));
	await settled();
	const samples = sampleTrack(track);
	const [x, y] = screenOf(store, samples[60] ?? 0, samples[61] ?? 0);
	expect(pixel(canvas, 3, x, y)[3]).toBe(255);
	expect(pixel(canvas, 3, x + 12, y)[3]).toBe(0);
});

test('keys work on the page, and not in fields', async () => {
	const { store, canvas, host } = await mount();
	const key = (target: Element, name: string) =>
		act(() =>
			target.dispatchEvent(
				new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
			),
		);
	await key(canvas, 'p');
	expect(store.getState().tool.id).toBe('pen');
	const field = document.createElement('input');
	host.append(field);
	await key(field, 'v');
	expect(store.getState().tool.id).toBe('pen');
});

test('the view fits the canvas and follows its size', async () => {
	const { store, canvas, host } = await mount();
	expect(store.getState().canvas).toEqual({ width: 880, height: 528 });
	expect(store.getState().viewport.scale).toBeCloseTo(1);
	host.style.width = '464px';
	await expect.poll(() => store.getState().viewport.scale).toBeCloseTo(0.5);
	expect(canvas.clientWidth).toBe(464);
});

test('unmounting leaves no listener on the page', async () => {
	const { store } = await mount();
	const [entry] = mounted.splice(0);
	await act(() => entry?.root.unmount());
	entry?.host.remove();
	document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', bubbles: true }));
	expect(store.getState().tool.id).toBe('select');
	store.play();
	await settled();
	expect(store.getState().playhead).toBe(0);
});

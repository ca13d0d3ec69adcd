import { emptyDocument, type Track, type WanDocument } from '#core/document/document.ts';
import { screenToImage } from '#render/scene/viewport.ts';
import { createEditorStore, type EditorStore } from '../store/createEditorStore.ts';
import { loadToolkit } from '../tools/loadToolkit.ts';
import type { Modifiers, PointerToolEvent, ToolId } from '../tools/tool.ts';

/** Plays a hand on the editor without a page: screen px, one finger or mouse. For tests. */
export interface Driver {
	readonly store: EditorStore;
	readonly pointerDown: (x: number, y: number, options?: PressOptions) => Driver;
	readonly pointerMove: (x: number, y: number) => Driver;
	readonly pointerUp: () => Driver;
	readonly click: (x: number, y: number, options?: PressOptions) => Driver;
	readonly doubleClick: (x: number, y: number) => Driver;
	/** Down, some moves, up. */
	readonly drag: (x: number, y: number, toX: number, toY: number, options?: PressOptions) => Driver;
	readonly tool: (id: ToolId) => Driver;
	readonly tracks: () => readonly Track[];
	readonly undoLabels: () => readonly string[];
}

export interface PressOptions extends Partial<Modifiers> {
	readonly clickCount?: number;
}

// All tools are there: tests do not wait for code.
await loadToolkit();

const noModifiers: Modifiers = { shift: false, alt: false, ctrl: false };

export const documentWith = (tracks: readonly Track[]): WanDocument => ({
	...emptyDocument,
	image: { sha256: '0'.repeat(64), width: 832, height: 480, name: 'a.png', mediaType: 'image/png' },
	tracks,
});

/** A track through the given corners or smooth points. */
export const pathOf = (
	id: string,
	points: readonly (readonly [number, number])[],
	patch: Partial<Track> = {},
): Track => ({
	id,
	name: id,
	color: 1,
	visible: true,
	locked: false,
	kind: 'path',
	points: points.map(([x, y]) => ({ x, y, mode: 'corner' })),
	closed: false,
	timing: { start: 0, end: 1, easing: 'linear' },
	...patch,
});

export const pinOf = (id: string, x: number, y: number): Track =>
	pathOf(id, [[x, y]], { kind: 'pin' });

/** Image px are screen px until the view changes. Ids count `n0`, `n1`, ... */
export function createDriver(document: WanDocument = documentWith([])): Driver {
	let ids = 0;
	const store = createEditorStore({ document, createId: () => `n${ids++}` });
	// Numbers in tests are where the hand is; what snaps says so.
	store.setOptions({ snaps: false, box: false });
	let at = { x: 0, y: 0 };
	let press: { x: number; y: number; options: PressOptions; isDragging: boolean } | null = null;
	const send = (type: PointerToolEvent['type']): Driver => {
		const point = screenToImage(store.getState().viewport, at);
		store.handleToolEvent({
			type,
			point,
			screen: at,
			isDragging: press?.isDragging ?? false,
			clickCount: press?.options.clickCount ?? (press ? 1 : 0),
			modifiers: { ...noModifiers, ...press?.options },
			isCoarse: false,
			trail: [{ x: point.x, y: point.y, timeMs: 0 }],
		});
		return driver;
	};
	const driver: Driver = {
		store,
		pointerDown: (x, y, options = {}) => {
			at = { x, y };
			press = { x, y, options, isDragging: false };
			return send('pointerDown');
		},
		pointerMove: (x, y) => {
			at = { x, y };
			if (press && Math.hypot(x - press.x, y - press.y) >= 3) press.isDragging = true;
			return send('pointerMove');
		},
		pointerUp: () => {
			send('pointerUp');
			press = null;
			return driver;
		},
		click: (x, y, options) => driver.pointerDown(x, y, options).pointerUp(),
		doubleClick: (x, y) => driver.click(x, y).click(x, y, { clickCount: 2 }),
		drag: (x, y, toX, toY, options) =>
			driver
				.pointerDown(x, y, options)
				.pointerMove((x + toX) / 2, (y + toY) / 2)
				.pointerMove(toX, toY)
				.pointerUp(),
		tool: (id) => {
			store.setTool(id);
			return driver;
		},
		tracks: () => store.getDocument().tracks,
		undoLabels: () => store.getState().history.undos.map((entry) => entry.label),
	};
	return driver;
}

import type { ScreenPoint } from '#core/geometry/point.ts';
import { findTrackView } from '#render/scene/trackView.ts';
import { screenToImage } from '#render/scene/viewport.ts';
import { type Hit, hitTest } from '../hit-test/hitTest.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { toolContext } from '../store/toolContext.ts';
import { toolkit } from '../tools/loadToolkit.ts';
import type { PointerToolEvent } from '../tools/tool.ts';
import { createClickCounter } from './clickCounter.ts';
import { createPinch } from './pinch.ts';

/** Screen px from where the pointer went down at which a press becomes a drag. */
const dragThreshold = 3;

/** One press, from down to up. */
interface Press {
	readonly pointerId: number;
	readonly origin: ScreenPoint;
	readonly clickCount: number;
	readonly holdsHand: boolean;
	isDragging: boolean;
}

/**
 * Turns pointer events of the canvas into tool events: capture, drag threshold, double press, two-finger pinch and pan.
 * @returns stops listening; a press in progress is aborted.
 */
export function attachPointerInput(element: HTMLElement, store: EditorStore): () => void {
	const countClicks = createClickCounter();
	const pinch = createPinch(store);
	let press: Press | null = null;

	const place = (event: PointerEvent): ScreenPoint => {
		const box = element.getBoundingClientRect();
		return { x: event.clientX - box.left, y: event.clientY - box.top };
	};
	const send = (type: PointerToolEvent['type'], event: PointerEvent, screen: ScreenPoint): void => {
		store.handleToolEvent(toolEvent(type, event, screen, press, element, store));
	};
	const abort = (): void => {
		if (!press) return;
		const { holdsHand } = press;
		press = null;
		store.handleToolEvent({ type: 'abort' });
		if (holdsHand) store.holdHand(false);
	};

	const down = (event: PointerEvent): void => {
		element.focus({ preventScroll: true });
		const screen = place(event);
		if (event.pointerType === 'touch' && pinch.down(event.pointerId, screen)) {
			abort();
			return;
		}
		const isMiddle = event.button === 1;
		if (press || (event.button !== 0 && !isMiddle)) return;
		event.preventDefault();
		capture(element, event.pointerId);
		const holdsHand = isMiddle && store.getState().heldTool === null;
		if (holdsHand) store.holdHand(true);
		press = {
			pointerId: event.pointerId,
			origin: screen,
			clickCount: countClicks(event, screen),
			holdsHand,
			isDragging: false,
		};
		send('pointerDown', event, screen);
	};

	const move = (event: PointerEvent): void => {
		const screen = place(event);
		if (event.pointerType === 'touch' && pinch.move(event.pointerId, screen)) return;
		store.setPointer(screenToImage(store.getState().viewport, screen));
		if (press && press.pointerId !== event.pointerId) return;
		if (press) {
			const distance = Math.hypot(screen.x - press.origin.x, screen.y - press.origin.y);
			press.isDragging ||= distance >= dragThreshold;
		} else hover(screen, event.pointerType === 'touch', store);
		send('pointerMove', event, screen);
	};

	const up = (event: PointerEvent): void => {
		if (event.pointerType === 'touch') pinch.up(event.pointerId);
		if (press?.pointerId !== event.pointerId) return;
		const screen = place(event);
		send('pointerUp', event, screen);
		const { holdsHand } = press;
		press = null;
		if (holdsHand) store.holdHand(false);
		if (event.pointerType !== 'touch') hover(screen, false, store);
	};

	const cancel = (event: PointerEvent): void => {
		pinch.up(event.pointerId);
		if (press?.pointerId === event.pointerId) abort();
	};

	const menu = (event: MouseEvent): void => {
		event.preventDefault();
		// A finger that rests while it draws asks for no menu.
		const isFinger = event instanceof PointerEvent && event.pointerType === 'touch';
		if (isFinger && store.getState().tool.id !== 'select') return;
		abort();
		toolkit()?.openCanvasMenu(store, element, event, isFinger);
	};

	const leave = (): void => {
		if (press) return;
		store.setHover(null);
		store.setPointer(null);
	};

	const listeners = new AbortController();
	const { signal } = listeners;
	element.addEventListener('pointerdown', down, { signal });
	element.addEventListener('pointermove', move, { signal });
	element.addEventListener('pointerup', up, { signal });
	element.addEventListener('pointercancel', cancel, { signal });
	element.addEventListener('lostpointercapture', cancel, { signal });
	element.addEventListener('pointerleave', leave, { signal });
	element.addEventListener('contextmenu', menu, { signal });
	return () => {
		listeners.abort();
		abort();
	};
}

function toolEvent(
	type: PointerToolEvent['type'],
	event: PointerEvent,
	screen: ScreenPoint,
	press: Press | null,
	element: HTMLElement,
	store: EditorStore,
): PointerToolEvent {
	const { viewport, tool } = store.getState();
	const point = screenToImage(viewport, screen);
	const isStroke = tool.id === 'freehand' && type === 'pointerMove' && press !== null;
	const coalesced = isStroke ? (event.getCoalescedEvents?.() ?? []) : [];
	const box = coalesced.length > 1 ? element.getBoundingClientRect() : null;
	const trail = box
		? coalesced.map((part) => ({
				...screenToImage(viewport, { x: part.clientX - box.left, y: part.clientY - box.top }),
				timeMs: part.timeStamp,
			}))
		: [{ x: point.x, y: point.y, timeMs: event.timeStamp }];
	return {
		type,
		point,
		screen,
		isDragging: press?.isDragging ?? false,
		clickCount: press?.clickCount ?? 0,
		modifiers: { shift: event.shiftKey, alt: event.altKey, ctrl: event.ctrlKey || event.metaKey },
		isCoarse: event.pointerType === 'touch',
		trail,
	};
}

/** Shows what pressing would act on: anything with the select tool, with the pen the ends of a path. */
function hover(screen: ScreenPoint, isCoarse: boolean, store: EditorStore): void {
	const state = store.getState();
	const { tool, heldTool, history, viewport } = state;
	const points = heldTool === null && (tool.id === 'select' || tool.id === 'pen');
	const hit = points ? hitTest(history.present, viewport, screen, isCoarse, state.selection) : null;
	const isOnPoint = hit !== null && hit.type !== 'path';
	const handle =
		points && tool.id === 'select' && !isOnPoint
			? toolkit()?.extra.handleAt({ screen, isCoarse }, toolContext(state, noIds), hit)
			: null;
	store.setHover(tool.id === 'pen' && !isPathEnd(hit, state) ? null : hit, handle ?? null);
}

/** Looking makes no tracks. */
const noIds = (): never => {
	throw new Error('Hovering asked for an id');
};

/** While drawing the first point, which closes the path; at rest the last one of the selected path, where it goes on. */
function isPathEnd(hit: Hit | null, { tool, history, selection }: EditorState): boolean {
	if (hit?.type !== 'point' || !selection.trackIds.includes(hit.trackId)) return false;
	const count = findTrackView(history.present, hit.trackId)?.track.points.length ?? 0;
	return tool.state.name === 'idle' ? hit.index === count - 1 : hit.index === 0 && count > 1;
}

/** Synthetic events have no active pointer to capture; drawing works without. */
function capture(element: HTMLElement, pointerId: number): void {
	try {
		element.setPointerCapture(pointerId);
	} catch (error) {
		if (!(error instanceof DOMException)) throw error;
	}
}

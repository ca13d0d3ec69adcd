import type { ImagePoint } from '#core/geometry/point.ts';
import { imageToScreen } from '#render/scene/viewport.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { frameRectOf } from '../store/imageSpace.ts';
import type { PointerToolEvent, ToolId } from '../tools/tool.ts';
import { arrows } from './keymap.ts';

/*
 * The keyboard's pointer: with a drawing tool in hand the arrow keys move a crosshair over the picture and Enter presses
 * there, as a hand would. Tools know nothing of it.
 */

/** Tools that press and let go in one place, and those that draw from one place to another. */
const clickTools: ReadonlySet<ToolId> = new Set(['pen', 'pin', 'zoom']);
const dragTools: ReadonlySet<ToolId> = new Set(['line', 'shapes', 'freehand', 'region']);

/** Image px of an arrow key: with Alt, plain, with Shift. */
const steps = { alt: 1, plain: 10, shift: 100 } as const;

/** Whether the tool in hand draws by keyboard. */
export const drawsByKey = ({ tool, heldTool }: EditorState): boolean =>
	heldTool === null && (clickTools.has(tool.id) || dragTools.has(tool.id));

/** Shows the crosshair for the tool in hand, when it draws and no pointer is over the canvas. */
export function showCrosshair(store: EditorStore): void {
	const state = store.getState();
	if (state.crosshair || state.pointer || !drawsByKey(state)) return;
	store.setCrosshair(startPlace(state));
}

/**
 * A key that is the crosshair's: an arrow moves it by 10 px (Shift 100, Alt 1), Enter presses there; once more in the same
 * place it ends a path. A hand on the mouse that has just drawn a track nudges it instead. With a region selected Enter is the
 * tool's, and Shift Enter presses to add.
 * @returns false when the key is not.
 */
export function crosshairKey(store: EditorStore, event: KeyboardEvent): boolean {
	const state = store.getState();
	const { crosshair, pointer, selection, tool } = state;
	if (!drawsByKey(state) || event.ctrlKey || event.metaKey) return false;
	const [x, y] = arrows[event.key] ?? [0, 0];
	if (x || y) {
		const nudges = !crosshair && pointer && tool.state.name === 'idle';
		if (nudges && selection.trackIds.length > 0) return false;
		const px = steps[event.altKey ? 'alt' : event.shiftKey ? 'shift' : 'plain'];
		move(store, x * px, y * px);
		return true;
	}
	if (event.key !== 'Enter' || !crosshair || event.repeat) return false;
	if (hasRegion(state) && !event.shiftKey) return false;
	press(store, crosshair, event.shiftKey);
	return true;
}

const hasRegion = ({ tool }: EditorState): boolean =>
	tool.id === 'region' && tool.state.name === 'chosen';

function move(store: EditorStore, dx: number, dy: number): void {
	const state = store.getState();
	const from = state.crosshair ?? startPlace(state);
	const place = { x: from.x + dx, y: from.y + dy };
	store.setCrosshair(place);
	store.reveal(place);
	const { id, state: at } = state.tool;
	const isDrawing = dragTools.has(id) && at.name !== 'idle' && !hasRegion(state);
	send(store, 'pointerMove', place, isDrawing, 1);
}

function press(store: EditorStore, at: ImagePoint, shift: boolean): void {
	const state = store.getState();
	const { tool } = state;
	if (clickTools.has(tool.id)) {
		const count = isLastPoint(state, at) ? 2 : 1;
		send(store, 'pointerDown', at, false, count);
		send(store, 'pointerUp', at, false, count);
	} else if (tool.state.name === 'idle' || hasRegion(state))
		send(store, 'pointerDown', at, false, 1, tool.id === 'region' && shift);
	else send(store, 'pointerUp', at, true, 1);
}

/** The pen's path ends where its last point was set. */
function isLastPoint({ tool, history, selection }: EditorState, at: ImagePoint): boolean {
	if (tool.id !== 'pen' || tool.state.name !== 'drawing') return false;
	const track = history.present.tracks.find((t) => t.id === selection.trackIds[0]);
	const last = track?.points.at(-1);
	return last !== undefined && last.x === at.x && last.y === at.y;
}

/** Where the path goes on, or the middle of the frame; whole px. */
function startPlace(state: EditorState): ImagePoint {
	const { pointer, selection, history } = state;
	const track = history.present.tracks.find((t) => t.id === selection.trackIds[0]);
	const frame = frameRectOf(history.present);
	const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
	const at = pointer ?? (track?.visible ? track.points.at(-1) : undefined) ?? middle;
	return { x: Math.round(at.x), y: Math.round(at.y) };
}

/** Not snapped (Ctrl): it goes where the keys say. */
function send(
	store: EditorStore,
	type: PointerToolEvent['type'],
	point: ImagePoint,
	isDragging: boolean,
	clickCount: number,
	shift = false,
): void {
	store.handleToolEvent({
		type,
		point,
		screen: imageToScreen(store.getState().viewport, point),
		isDragging,
		clickCount,
		modifiers: { shift, alt: false, ctrl: true },
		isCoarse: false,
		trail: [{ x: point.x, y: point.y, timeMs: performance.now() }],
	});
}

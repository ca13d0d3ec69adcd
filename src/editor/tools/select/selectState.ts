import type { Command } from '#core/document/commands.ts';
import type { ControlPoint, WanDocument } from '#core/document/document.ts';
import type { ImagePoint, ScreenPoint } from '#core/geometry/point.ts';
import type { Guide, Snapper } from '../../snap/snap.ts';
import type { Selection } from '../../store/selection.ts';
import { constrain } from '../constrain.ts';
import type { Effect, PointerToolEvent, Step, ToolContext } from '../tool.ts';
import type { ExtraState } from './extra/extraState.ts';

export type SelectState =
	/** `clicked` is where the last press was a click: another one there goes to the next thing below. */
	| { readonly name: 'idle'; readonly clicked?: ScreenPoint }
	/** Down on something, not yet a drag; `onClick` is the selection if it stays a click. */
	| {
			readonly name: 'pointing';
			readonly origin: ImagePoint;
			readonly screen: ScreenPoint;
			readonly onClick: Selection | null;
	  }
	| {
			readonly name: 'translating';
			readonly origin: ImagePoint;
			readonly moved: Selection;
			/** The document that is moved, as it was. */
			readonly base: WanDocument;
			readonly snap: Snapper | null;
			readonly guides: readonly Guide[];
	  }
	/** What travels later: handles, the transform box, the lasso, the frame's brackets. */
	| { readonly name: 'extra'; readonly extra: ExtraState }
	/** Down on nothing: a marquee once it is a drag. */
	| {
			readonly name: 'brushing';
			readonly origin: ImagePoint;
			readonly current: ImagePoint;
			readonly before: Selection;
			readonly adds: boolean;
	  }
	/** A point that a double click put on a path, held until the pointer is up; `ends` are its neighbours as they then are. */
	| {
			readonly name: 'inserting';
			readonly trackId: string;
			readonly index: number;
			readonly point: ControlPoint;
			readonly ends: readonly Command[];
			readonly origin: ImagePoint;
	  }
	/** Arrow keys are down; the sum so far, image px. */
	| {
			readonly name: 'nudging';
			readonly dx: number;
			readonly dy: number;
			readonly moved: Selection;
	  };

export type SelectStep = Step<SelectState>;
export type SelectStateOf<Name extends SelectState['name']> = Extract<SelectState, { name: Name }>;
export const idle: SelectState = { name: 'idle' };

const isOpen = (document: WanDocument, trackId: string): boolean =>
	document.tracks.some((track) => track.id === trackId && !track.locked);

/** The selection without locked tracks: those stay. */
export function openSelection({ document, selection }: ToolContext): Selection {
	const trackIds = selection.trackIds.filter((id) => isOpen(document, id));
	return { trackIds, points: trackIds.length ? selection.points : null };
}

export const moveCommands = (selection: Selection, dx: number, dy: number): readonly Command[] =>
	selection.points
		? [{ type: 'point/translate', ...selection.points, dx, dy }]
		: [{ type: 'track/translate', trackIds: selection.trackIds, dx, dy }];

/** Shift keeps to multiples of 45 degrees. */
export function delta(
	origin: ImagePoint,
	event: PointerToolEvent,
): readonly [dx: number, dy: number] {
	const dx = event.point.x - origin.x;
	const dy = event.point.y - origin.y;
	return event.modifiers.shift ? constrain(dx, dy) : [dx, dy];
}

export const begin = (label: Extract<Effect, { type: 'gesture/begin' }>['label']): Effect => ({
	type: 'gesture/begin',
	label,
});
export const preview = (commands: readonly Command[]): Effect => ({
	type: 'gesture/preview',
	commands,
});
export const setSelection = (selection: Selection): Effect => ({
	type: 'selection/set',
	selection,
});

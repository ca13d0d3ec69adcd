// One file because it is one state machine: seven states, each with its own function below.
import type { Command } from '#core/document/commands.ts';
import type { ControlPoint, WanDocument } from '#core/document/document.ts';
import { softTranslate } from '#core/edit/softTranslate.ts';
import type { ImagePoint, ScreenPoint } from '#core/geometry/point.ts';
import { type Hit, isSameHit } from '../../hit-test/hitTest.ts';
import type { Guide, Snapper } from '../../snap/snap.ts';
import {
	nothingSelected,
	type Selection,
	selectPoints,
	selectTracks,
	toggle,
	withGroups,
} from '../../store/selection.ts';
import { constrain } from '../constrain.ts';
import { toolkit } from '../loadToolkit.ts';
import {
	type Effect,
	type PointerToolEvent,
	type Step,
	stay,
	type Tool,
	type ToolContext,
	type ToolEvent,
} from '../tool.ts';
import type { ExtraState } from './extra/extraTool.ts';
import { marqueeSelection, rectBetween } from './marquee.ts';

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

type SelectStep = Step<SelectState>;
const idle: SelectState = { name: 'idle' };

/** Selects and moves tracks, pins and control points; a double click on a path adds a point. */
export const selectTool: Tool<SelectState> = {
	id: 'select',
	initial: idle,
	transition: (state, event, context) => {
		switch (state.name) {
			case 'idle':
				return fromIdle(state, event, context);
			case 'pointing':
				return fromPointing(state, event, context);
			case 'translating':
				return fromTranslating(state, event, context);
			case 'extra':
				return fromExtra(state, event, context);
			case 'brushing':
				return fromBrushing(state, event, context);
			case 'inserting':
				return fromInserting(state, event);
			case 'nudging':
				return fromNudging(state, event, context);
		}
	},
	cursor: (state, hover) => {
		if (state.name === 'extra') return toolkit()?.extra.cursor(state.extra) ?? 'default';
		if (state.name === 'translating' || state.name === 'inserting') return 'move';
		if (state.name === 'brushing') return 'crosshair';
		return hover ? 'pointer' : 'default';
	},
	hint: (state, hover) => {
		if (state.name === 'extra') return toolkit()?.extra.hint(state.extra) ?? 'translating';
		if (hover?.type === 'handle') return 'handle';
		if (state.name === 'translating' || state.name === 'inserting') return 'translating';
		if (state.name === 'brushing') return 'brushing';
		if (hover?.type === 'point' || hover?.type === 'pin') return 'selectPoint';
		return hover ? 'selectPath' : 'selectIdle';
	},
};

function fromIdle(
	state: Extract<SelectState, { name: 'idle' }>,
	event: ToolEvent,
	context: ToolContext,
): SelectStep {
	switch (event.type) {
		case 'pointerDown':
			return press(event, context, state.clicked);
		case 'delete':
			return { state: idle, effects: deleteSelection(context) };
		case 'cancel':
			return { state: idle, effects: [setSelection(nothingSelected)] };
		case 'finish':
			return openGroupOf(context.selection.trackIds[0], context);
		case 'nudge': {
			const moved = openSelection(context);
			if (moved.trackIds.length === 0) return stay(idle);
			return {
				state: { name: 'nudging', dx: event.dx, dy: event.dy, moved },
				effects: [begin('nudge'), preview(moveCommands(moved, event.dx, event.dy))],
			};
		}
		default:
			return stay(state);
	}
}

/** Screen px within which a press is at the place of the last click. */
const samePlace = 4;

function press(
	event: PointerToolEvent,
	context: ToolContext,
	clicked: ScreenPoint | undefined,
): SelectStep {
	const { selection, document, openGroup } = context;
	const isAgain =
		clicked !== undefined &&
		event.clickCount === 1 &&
		Math.hypot(clicked.x - event.screen.x, clicked.y - event.screen.y) <= samePlace;
	const nearest = context.hitTest(event.screen, event.isCoarse);
	const below = isAgain && nearest?.type !== 'handle' && !event.modifiers.shift;
	const stack = below ? context.hitAll(event.screen, event.isCoarse) : [];
	const at = stack.findIndex((hit) => isSelected(hit, selection));
	// What the last click chose stays under the hand: a drag moves it, a click goes to the next below.
	const hit = (stack[at] ?? nearest) as typeof nearest;
	const extra = toolkit()?.extra.press(event, context, hit);
	if (extra) return { state: { name: 'extra', extra: extra.state }, effects: extra.effects };
	if (!hit)
		return {
			state: {
				name: 'brushing',
				origin: event.point,
				current: event.point,
				before: selection,
				adds: event.modifiers.shift,
			},
			effects: openGroup === null ? [] : [{ type: 'group/open', groupId: null }],
		};
	const target = asGroupHit(hit, context);
	const isDouble = event.clickCount === 2 && !event.modifiers.shift;
	if (isDouble && target !== hit) return openGroupOf(hit.trackId, context);
	if (isDouble && hit.type === 'path') return insert(hit, event.point, context);
	const next = pressed(target, selection, event.modifiers.shift, (ids) =>
		withGroups(document, ids, openGroup),
	);
	const following = at >= 0 && stack.length > 1 ? stack[(at + 1) % stack.length] : undefined;
	const onClick = following
		? pressed(asGroupHit(following, context), nothingSelected, false, (ids) =>
				withGroups(document, ids, openGroup),
			).onPress
		: next.onClick;
	return {
		state: { name: 'pointing', origin: event.point, screen: event.screen, onClick },
		effects: [setSelection(next.onPress)],
	};
}

/** Whether a hit is what is selected: that point, or that track as a whole. */
const isSelected = (hit: Hit, { trackIds, points }: Selection): boolean =>
	points
		? points.indices.some((index) =>
				isSameHit(hit, { type: 'point', trackId: points.trackId, index }),
			)
		: trackIds.includes(hit.trackId);

/** A point of a track in a closed group stands for the group, as its path does. */
function asGroupHit(hit: Hit, { document, openGroup }: ToolContext): Hit {
	const groupId = document.tracks.find((track) => track.id === hit.trackId)?.groupId;
	if (groupId === undefined || groupId === openGroup || hit.type === 'pin') return hit;
	return { type: 'pin', trackId: hit.trackId };
}

/** Enter or a double click: one track of a group by itself. */
function openGroupOf(
	trackId: string | undefined,
	{ document, openGroup }: ToolContext,
): SelectStep {
	const groupId = document.tracks.find((track) => track.id === trackId)?.groupId;
	if (trackId === undefined || groupId === undefined || groupId === openGroup) return stay(idle);
	return {
		state: idle,
		effects: [{ type: 'group/open', groupId }, setSelection(selectTracks([trackId]))],
	};
}

function fromExtra(
	state: Extract<SelectState, { name: 'extra' }>,
	event: ToolEvent,
	context: ToolContext,
): SelectStep {
	const step = toolkit()?.extra.transition(state.extra, event, context);
	if (!step) return stay(idle);
	const next: SelectState = step.state
		? step.state === state.extra
			? state
			: { name: 'extra', extra: step.state }
		: idle;
	return { state: next, effects: step.effects };
}

/** What pressing selects at once, and what it selects if it turns out to be a click and not a drag. */
function pressed(
	hit: Hit,
	selection: Selection,
	adds: boolean,
	expand: (trackIds: readonly string[]) => readonly string[],
): { onPress: Selection; onClick: Selection | null } {
	if (hit.type === 'point') {
		const own = selection.points?.trackId === hit.trackId ? selection.points.indices : [];
		if (adds)
			return own.includes(hit.index)
				? { onPress: selection, onClick: selectPoints(hit.trackId, toggle(own, hit.index)) }
				: { onPress: selectPoints(hit.trackId, [...own, hit.index]), onClick: null };
		if (own.includes(hit.index))
			return { onPress: selection, onClick: selectPoints(hit.trackId, [hit.index]) };
		return { onPress: selectPoints(hit.trackId, [hit.index]), onClick: null };
	}
	const own = expand([hit.trackId]);
	const isIn = selection.trackIds.includes(hit.trackId);
	if (adds)
		return isIn
			? {
					onPress: selection,
					onClick: selectTracks(selection.trackIds.filter((id) => !own.includes(id))),
				}
			: { onPress: selectTracks([...selection.trackIds, ...own]), onClick: null };
	if (isIn && !selection.points) return { onPress: selection, onClick: selectTracks(own) };
	return { onPress: selectTracks(own), onClick: null };
}

function fromPointing(
	state: Extract<SelectState, { name: 'pointing' }>,
	event: ToolEvent,
	context: ToolContext,
): SelectStep {
	switch (event.type) {
		case 'pointerMove': {
			if (!event.isDragging) return stay(state);
			const moved = openSelection(context);
			if (moved.trackIds.length === 0) return stay(state);
			const snap = toolkit()?.createSnapper(context, moved) ?? null;
			const base = context.document;
			const begun = { name: 'translating', origin: state.origin, moved, base, snap } as const;
			const step = fromTranslating({ ...begun, guides: [] }, event, context);
			return {
				...step,
				effects: [begin(moved.points ? 'movePoint' : 'moveTrack'), ...step.effects],
			};
		}
		case 'pointerUp':
			return {
				state: { name: 'idle', clicked: state.screen },
				effects: state.onClick ? [setSelection(state.onClick)] : [],
			};
		case 'cancel':
		case 'abort':
			return stay(idle);
		default:
			return stay(state);
	}
}

function fromTranslating(
	state: Extract<SelectState, { name: 'translating' }>,
	event: ToolEvent,
	{ options }: ToolContext,
): SelectStep {
	switch (event.type) {
		case 'pointerMove':
		case 'pointerUp': {
			const [freeX, freeY] = delta(state.origin, event);
			const isFree = event.modifiers.ctrl || event.modifiers.shift || !state.snap;
			const { dx, dy, guides } =
				isFree || !state.snap ? { dx: freeX, dy: freeY, guides: [] } : state.snap(freeX, freeY);
			const moving = preview(dragCommands(state, dx, dy, options.softRadius));
			return event.type === 'pointerMove'
				? { state: { ...state, guides }, effects: [moving] }
				: { state: idle, effects: [moving, { type: 'gesture/commit' }] };
		}
		case 'cancel':
		case 'abort':
			return { state: idle, effects: [{ type: 'gesture/cancel' }] };
		default:
			return stay(state);
	}
}

/** With a soft radius the neighbours of dragged points follow. */
function dragCommands(
	{ moved, base }: Extract<SelectState, { name: 'translating' }>,
	dx: number,
	dy: number,
	softRadius: number,
): readonly Command[] {
	const { points } = moved;
	const track = softRadius > 0 && points && base.tracks.find((t) => t.id === points.trackId);
	if (!track || !points) return moveCommands(moved, dx, dy);
	return [
		{ type: 'track/put', tracks: [softTranslate(track, points.indices, dx, dy, softRadius)] },
	];
}

function fromBrushing(
	state: Extract<SelectState, { name: 'brushing' }>,
	event: ToolEvent,
	context: ToolContext,
): SelectStep {
	switch (event.type) {
		case 'pointerMove': {
			if (!event.isDragging) return stay(state);
			const rect = rectBetween(state.origin, event.point);
			const { document, openGroup } = context;
			const selection = marqueeSelection(
				document,
				rect,
				state.adds ? state.before : nothingSelected,
			);
			const whole = selection.points
				? selection
				: selectTracks(withGroups(document, selection.trackIds, openGroup));
			return { state: { ...state, current: event.point }, effects: [setSelection(whole)] };
		}
		case 'pointerUp': {
			const isClick = state.current === state.origin;
			return {
				state: idle,
				effects: isClick && !state.adds ? [setSelection(nothingSelected)] : [],
			};
		}
		case 'cancel':
		case 'abort':
			return { state: idle, effects: [setSelection(state.before)] };
		default:
			return stay(state);
	}
}

function insert(
	{ trackId, segmentIndex, t, point: at }: Extract<Hit, { type: 'path' }>,
	origin: ImagePoint,
	{ document }: ToolContext,
): SelectStep {
	const track = document.tracks.find((other) => other.id === trackId);
	const made = track && toolkit()?.insertOnPath(track, segmentIndex, t, at);
	const point: ControlPoint = made?.point ?? { x: at.x, y: at.y, mode: 'smooth' };
	const index = segmentIndex + 1;
	const after = track && segmentIndex + 1 < track.points.length ? segmentIndex + 1 : 0;
	// Set before the point is in: indices are those of the path without it.
	const ends: readonly Command[] = made
		? [
				{ type: 'point/put', trackId, index: segmentIndex, point: made.from },
				{ type: 'point/put', trackId, index: after, point: made.to },
			]
		: [];
	return {
		state: { name: 'inserting', trackId, index, point, ends, origin },
		effects: [
			begin('insertPoint'),
			preview([...ends, { type: 'point/insert', trackId, index, point }]),
			setSelection(selectPoints(trackId, [index])),
		],
	};
}

function fromInserting(
	state: Extract<SelectState, { name: 'inserting' }>,
	event: ToolEvent,
): SelectStep {
	const { trackId, index, ends } = state;
	switch (event.type) {
		case 'pointerMove': {
			if (!event.isDragging) return stay(state);
			const [dx, dy] = delta(state.origin, event);
			const point = { ...state.point, x: state.point.x + dx, y: state.point.y + dy };
			const commands: readonly Command[] = [
				...ends,
				{ type: 'point/insert', trackId, index, point },
			];
			return { state, effects: [preview(commands)] };
		}
		case 'pointerUp':
			return { state: idle, effects: [{ type: 'gesture/commit' }] };
		case 'cancel':
		case 'abort':
			return {
				state: idle,
				effects: [{ type: 'gesture/cancel' }, setSelection(selectTracks([trackId]))],
			};
		default:
			return stay(state);
	}
}

function fromNudging(
	state: Extract<SelectState, { name: 'nudging' }>,
	event: ToolEvent,
	context: ToolContext,
): SelectStep {
	switch (event.type) {
		case 'nudge': {
			const dx = state.dx + event.dx;
			const dy = state.dy + event.dy;
			return {
				state: { ...state, dx, dy },
				effects: [preview(moveCommands(state.moved, dx, dy))],
			};
		}
		case 'cancel':
		case 'abort':
			return { state: idle, effects: [{ type: 'gesture/cancel' }] };
		case 'nudgeEnd':
			return { state: idle, effects: [{ type: 'gesture/commit' }] };
		case 'pointerMove':
		case 'pointerUp':
			return stay(state);
		default: {
			const next = fromIdle({ name: 'idle' }, event, context);
			return { ...next, effects: [{ type: 'gesture/commit' }, ...next.effects] };
		}
	}
}

function deleteSelection(context: ToolContext): Effect[] {
	const { trackIds, points } = openSelection(context);
	if (trackIds.length === 0) return [];
	if (!points)
		return [
			{ type: 'dispatch', label: 'deleteTrack', commands: [{ type: 'track/remove', trackIds }] },
		];
	return [
		{ type: 'dispatch', label: 'deletePoint', commands: [{ type: 'point/remove', ...points }] },
		setSelection(selectTracks([points.trackId])),
	];
}

const isOpen = (document: WanDocument, trackId: string): boolean =>
	document.tracks.some((track) => track.id === trackId && !track.locked);

/** The selection without locked tracks: those stay. */
function openSelection({ document, selection }: ToolContext): Selection {
	const trackIds = selection.trackIds.filter((id) => isOpen(document, id));
	return { trackIds, points: trackIds.length ? selection.points : null };
}

const moveCommands = (selection: Selection, dx: number, dy: number): readonly Command[] =>
	selection.points
		? [{ type: 'point/translate', ...selection.points, dx, dy }]
		: [{ type: 'track/translate', trackIds: selection.trackIds, dx, dy }];

/** Shift keeps to multiples of 45 degrees. */
function delta(origin: ImagePoint, event: PointerToolEvent): readonly [dx: number, dy: number] {
	const dx = event.point.x - origin.x;
	const dy = event.point.y - origin.y;
	return event.modifiers.shift ? constrain(dx, dy) : [dx, dy];
}

const begin = (label: Extract<Effect, { type: 'gesture/begin' }>['label']): Effect => ({
	type: 'gesture/begin',
	label,
});
const preview = (commands: readonly Command[]): Effect => ({ type: 'gesture/preview', commands });
const setSelection = (selection: Selection): Effect => ({ type: 'selection/set', selection });

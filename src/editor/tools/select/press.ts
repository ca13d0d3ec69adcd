import type { ImagePoint, ScreenPoint } from '#core/geometry/point.ts';
import { type Hit, isSameHit } from '../../hit-test/hitTest.ts';
import {
	nothingSelected,
	type Selection,
	selectPoints,
	selectTracks,
	toggle,
	withGroups,
} from '../../store/selection.ts';
import { toolkit } from '../loadToolkit.ts';
import { type PointerToolEvent, stay, type ToolContext } from '../tool.ts';
import { begin, idle, preview, type SelectStep, setSelection } from './selectState.ts';

/** Screen px within which a press is at the place of the last click. */
const samePlace = 4;

/** What lies under the pointer is selected at once, or on the way to be: a click, a drag, a rectangle or one of the later drags. */
export function press(
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
export function openGroupOf(
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

function insert(
	{ trackId, segmentIndex, t, point: at }: Extract<Hit, { type: 'path' }>,
	origin: ImagePoint,
	{ document }: ToolContext,
): SelectStep {
	const track = document.tracks.find((other) => other.id === trackId);
	const plain = {
		index: segmentIndex + 1,
		point: { x: at.x, y: at.y, mode: 'smooth' },
		ends: [],
	} as const;
	const made = (track && toolkit()?.insertionOf(track, segmentIndex, t, at)) ?? plain;
	const { index, point, ends } = made;
	return {
		state: { name: 'inserting', trackId, index, point, ends, origin },
		effects: [
			begin('insertPoint'),
			preview([...ends, { type: 'point/insert', trackId, index, point }]),
			setSelection(selectPoints(trackId, [index])),
		],
	};
}

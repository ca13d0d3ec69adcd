import { leastKeyGap } from '#core/document/cameraCommands.ts';
import type { Region, RigidKey, RigidMotion } from '#core/document/document.ts';
import { restKey, rigidCommands } from '#core/region/rigidMotion.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';

/** The region whose tracks are selected, all those selected being its own; undefined: none. */
export function selectedRegion({ selection, history }: EditorState): Region | undefined {
	const { trackIds } = selection;
	if (trackIds.length === 0) return undefined;
	return history.present.regions.find((region) =>
		trackIds.every((id) => region.trackIds.includes(id)),
	);
}

/** Its motion; a region from elsewhere has none yet and turns about the middle of its tracks' starts. */
export function motionOf(
	{ trackIds, motion }: Region,
	{ tracks }: EditorState['history']['present'],
): RigidMotion {
	if (motion) return motion;
	const starts = tracks.flatMap(({ id, points }) => (trackIds.includes(id) ? [points[0]!] : []));
	const mean = (values: readonly number[]) =>
		values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
	const pivot = { x: mean(starts.map(({ x }) => x)), y: mean(starts.map(({ y }) => y)) };
	return { pivot, keys: [] };
}

/** Changes one key, or makes the first one at the clip's end. Its time stays between its neighbours. */
export function patchKey(
	{ pivot, keys }: RigidMotion,
	index: number,
	patch: Partial<RigidKey>,
): RigidMotion {
	if (keys.length === 0) return { pivot, keys: [{ ...restKey, time: 1, ...patch }] };
	return {
		pivot,
		keys: keys.map((key, i) => {
			if (i !== index) return key;
			const next = { ...key, ...patch };
			const from = (keys[i - 1]?.time ?? 0) + leastKeyGap;
			const to = (keys[i + 1]?.time ?? 1 + leastKeyGap) - leastKeyGap;
			return { ...next, time: Math.max(Math.min(next.time, to), Math.min(from, to)) };
		}),
	};
}

/** Another key at a moment, where the thing is then; the same motion where there is no room for one. */
export function withKey({ pivot, keys }: RigidMotion, time: number): RigidMotion {
	const isTaken = [0, ...keys.map((key) => key.time)].some((t) => Math.abs(t - time) < leastKeyGap);
	if (isTaken) return { pivot, keys };
	const before = keys.findLast((key) => key.time < time) ?? restKey;
	const after = keys.find((key) => key.time > time) ?? before;
	const span = after.time - before.time;
	const share = span > 0 ? (time - before.time) / span : 0;
	const mix = (of: 'x' | 'y' | 'turn') => before[of] + (after[of] - before[of]) * share;
	const key: RigidKey = {
		time,
		x: mix('x'),
		y: mix('y'),
		turn: mix('turn'),
		scale: before.scale * (after.scale / before.scale) ** share,
	};
	return { pivot, keys: [...keys, key].sort((a, b) => a.time - b.time) };
}

/** Gives the region another motion, one undo step. @param label Its name. */
export function setMotion(
	store: EditorStore,
	region: Region,
	motion: RigidMotion,
	label: string,
): void {
	store.dispatch(label, rigidCommands(store.getDocument(), region, motion));
}

import type { Command } from '../document/commands.ts';
import { createTrack, type Track, type WanDocument } from '../document/document.ts';
import type { FoundRegion } from './findRegion.ts';

/**
 * The commands that make a selection a region: a group of tracks on its points, still until they are given a motion.
 * @param name What the region and its tracks are called; the tracks get a number each.
 * @param feather Width of the soft edge, image pixels.
 * @returns no commands where nothing is selected.
 */
export function regionTracks(
	document: WanDocument,
	{ rings, points }: Pick<FoundRegion, 'rings' | 'points'>,
	{ name, feather, createId }: RegionLook,
): { readonly commands: readonly Command[]; readonly trackIds: readonly string[] } {
	if (rings.length === 0 || points.length === 0) return { commands: [], trackIds: [] };
	const groupId = createId();
	const tracks: Track[] = [];
	for (const { x, y } of points) {
		const known = { ...document, tracks: [...document.tracks, ...tracks] };
		const track = createTrack(known, createId(), 'path', [{ x, y, mode: 'smooth' }]);
		const color = tracks[0]?.color ?? track.color;
		tracks.push({ ...track, name: `${name} ${tracks.length + 1}`, color, groupId });
	}
	const trackIds = tracks.map(({ id }) => id);
	const pivot = {
		x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
		y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
	};
	const region = { id: createId(), name, trackIds, rings, feather, motion: { pivot, keys: [] } };
	return {
		commands: [
			...tracks.map((track) => ({ type: 'track/add', track }) as const),
			{ type: 'region/put', region },
		],
		trackIds,
	};
}

export interface RegionLook {
	readonly name: string;
	readonly feather: number;
	readonly createId: () => string;
}

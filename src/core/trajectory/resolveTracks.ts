import { type CameraPath, cameraPath } from '../camera/throughCamera.ts';
import type { Track } from '../document/document.ts';
import { sampleDocumentTrack, type TrackScene } from './sampleDocumentTrack.ts';
import { withSamples } from './sampleTrack.ts';

interface ResolvedList {
	readonly path: CameraPath | null;
	readonly tracks: readonly Track[];
}

interface Resolved {
	readonly samples: Float64Array;
	readonly track: Track;
}

const byList = new WeakMap<readonly Track[], ResolvedList>();
const byTrack = new WeakMap<Track, Resolved>();
const carried = new WeakSet<Track>();

/**
 * Tracks of which `sampleTrack` gives the positions in the document: followers are moved with their leaders, and all but
 * those that stay on the screen with the camera. For views; commands are for the document's own tracks, which have the same
 * ids. Tracks that nothing moves are themselves, and so is a list of them. A moved one keeps its identity while it, its
 * leaders and the camera stay. Cost: O(tracks) when the list or the camera changed, then nothing.
 */
export function resolveTracks(scene: TrackScene): readonly Track[] {
	const { tracks } = scene;
	const path = cameraPath(scene);
	const found = byList.get(tracks);
	if (found && found.path === path) return found.tracks;
	const moves = (track: Track) =>
		track.follow !== undefined || (path !== null && !track.staysOnScreen);
	const resolved = tracks.some(moves)
		? tracks.map((track) => (moves(track) ? resolve(scene, track) : track))
		: tracks;
	byList.set(tracks, { path, tracks: resolved });
	return resolved;
}

/** Whether a track of `resolveTracks` is moved by a leader or by the camera: then it does not go as its path is drawn. */
export const isCarried = (resolved: Track): boolean => carried.has(resolved);

/** Whether a track of `resolveTracks` shows no motion: a pin that nothing carries. */
export const isStill = (resolved: Track): boolean =>
	resolved.kind === 'pin' && !carried.has(resolved);

function resolve(scene: TrackScene, track: Track): Track {
	const samples = sampleDocumentTrack(scene, track);
	const known = byTrack.get(track);
	if (known?.samples === samples) return known.track;
	const resolved = withSamples(track, samples);
	carried.add(resolved);
	byTrack.set(track, { samples, track: resolved });
	return resolved;
}

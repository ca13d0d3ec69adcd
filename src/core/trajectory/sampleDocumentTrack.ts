import type { CameraScene } from '../camera/cameraAt.ts';
import { throughCamera } from '../camera/throughCamera.ts';
import { SAMPLE_COUNT, type Track, type WanDocument } from '../document/document.ts';
import { sampleTrack } from './sampleTrack.ts';
import { turnsOf } from './turnsOf.ts';

interface Moved {
	readonly leader: Float64Array;
	readonly samples: Float64Array;
}

const known = new WeakMap<Track, Moved>();
const indexes = new WeakMap<readonly Track[], ReadonlyMap<string, Track>>();

/** What the positions of a document's tracks depend on. */
export type TrackScene = CameraScene & Pick<WanDocument, 'tracks'>;

/**
 * The 121 positions of a track in its document: its own (`sampleTrack`), moved with the track that it follows, then with the
 * camera (`throughCamera`) unless it stays on the screen.
 * Its place beside the leader at the start is as drawn. At a later moment it is there plus the leader's way since then
 * (times `scale`, `delay` later), and with `rotate` it has turned round the leader by the leader's change of direction.
 * A leader that is missing or that follows this track, however far along the chain, leads nowhere.
 * @returns 121 x 2 values, image pixels; shared, do not write to it. The same array while the track, all its leaders and
 * the camera stay.
 * Cost: O(121) for each leader in the chain, then nothing.
 */
export function sampleDocumentTrack(scene: TrackScene, track: Track): Float64Array {
	const still = track.follow ? sampleFollower(scene.tracks, track, new Set()) : sampleTrack(track);
	return throughCamera(scene, track, still);
}

function sampleFollower(tracks: readonly Track[], track: Track, seen: Set<string>): Float64Array {
	const own = sampleTrack(track);
	if (!track.follow) return own;
	seen.add(track.id);
	const leading = byId(tracks).get(track.follow.trackId);
	if (!leading || seen.has(leading.id)) return own;
	const leader = sampleFollower(tracks, leading, seen);
	const found = known.get(track);
	if (found?.leader === leader) return found.samples;
	const samples = follow(own, leader, track.follow);
	known.set(track, { leader, samples });
	return samples;
}

function byId(tracks: readonly Track[]): ReadonlyMap<string, Track> {
	const found = indexes.get(tracks);
	if (found) return found;
	const made = new Map(tracks.map((track) => [track.id, track]));
	indexes.set(tracks, made);
	return made;
}

function follow(
	own: Float64Array,
	leader: Float64Array,
	{ delay, rotate, scale }: NonNullable<Track['follow']>,
): Float64Array {
	const last = SAMPLE_COUNT - 1;
	const turns = rotate ? turnsOf(leader) : undefined;
	const [x0, y0] = [leader[0]!, leader[1]!];
	const samples = new Float64Array(SAMPLE_COUNT * 2);
	for (let i = 0; i <= last; i++) {
		const place = Math.max(0, i - delay * last);
		const before = Math.floor(place);
		const after = Math.min(last, before + 1);
		const part = place - before;
		const between = (values: Float64Array, stride: number, offset: number) => {
			const from = values[before * stride + offset]!;
			return from + part * (values[after * stride + offset]! - from);
		};
		const angle = turns ? between(turns, 1, 0) : 0;
		const dx = own[i * 2]! - x0;
		const dy = own[i * 2 + 1]! - y0;
		const cos = Math.cos(angle);
		const sin = Math.sin(angle);
		samples[i * 2] = x0 + scale * (between(leader, 2, 0) - x0) + dx * cos - dy * sin;
		samples[i * 2 + 1] = y0 + scale * (between(leader, 2, 1) - y0) + dx * sin + dy * cos;
	}
	return samples;
}

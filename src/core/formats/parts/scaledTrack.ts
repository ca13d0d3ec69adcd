import { mapControlPoint } from '../../geometry/affine.ts';
import type { ForeignTrack, Space } from '../formatTypes.ts';

/** A track of one drawing area in the pixels of another; of other spaces as it is. */
export function scaledTrack(track: ForeignTrack, from: Space, to: Space): ForeignTrack {
	if (from.of !== 'canvas' || to.of !== 'canvas') return track;
	const sx = to.width / from.width;
	const sy = to.height / from.height;
	if (sx === 1 && sy === 1) return track;
	if (track.kind === 'curve') {
		const points = track.points.map((point) => mapControlPoint([sx, 0, 0, sy, 0, 0], point));
		return { ...track, points };
	}
	return { ...track, samples: track.samples.map((value, i) => value * (i % 2 === 0 ? sx : sy)) };
}

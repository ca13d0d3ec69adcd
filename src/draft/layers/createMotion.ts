import type { Rect } from '#core/geometry/point.ts';
import { createBendGrid } from './bendGrid.ts';
import type { LayerMotion } from './layerMotion.ts';

/** Side of the cells that a bent piece is made of, px. */
const bendCell = 12;

/**
 * The motion of a piece that some tracks carry: one track, or several that go together, shift it; others turn, scale and
 * bend it. What the camera moves also grows and turns with it.
 * @param handles One a track: frameCount x 2 positions, the first at rest.
 * @param camera frameCount x 6, when it carries the piece.
 * @param before The piece's motion until now: its grid serves again while the handles start where they did.
 */
export function createMotion(
	box: Rect,
	handles: readonly Float64Array[],
	camera?: Float64Array,
	before?: LayerMotion,
): LayerMotion {
	const first = handles[0] as Float64Array;
	const together = handles.every((path) =>
		path.every((v, k) => Math.abs(v - path[k % 2]! - (first[k]! - first[k % 2]!)) < 0.02),
	);
	if (handles.length === 1 && camera && !onlyPans(camera))
		return { kind: 'affine', maps: mapsAbout(first, camera) };
	if (together) return { kind: 'shift', offsets: first.map((value, k) => value - first[k % 2]!) };
	if (before?.kind === 'bend' && startsAlike(before.handles, handles))
		return { ...before, handles };
	const starts = handles.map((path) => ({ x: path[0]!, y: path[1]! }));
	return { kind: 'bend', grid: createBendGrid(box, starts, bendCell), handles };
}

const startsAlike = (a: readonly Float64Array[], b: readonly Float64Array[]) =>
	a.length === b.length && a.every((path, i) => path[0] === b[i]![0] && path[1] === b[i]![1]);

function onlyPans(camera: Float64Array): boolean {
	for (let at = 0; at < camera.length; at += 6)
		if (camera[at] !== 1 || camera[at + 1] !== 0 || camera[at + 2] !== 0 || camera[at + 3] !== 1)
			return false;
	return true;
}

/** The camera's turn and size about a track's start, which goes where the track says. */
function mapsAbout(path: Float64Array, camera: Float64Array): Float64Array {
	const maps = camera.slice();
	const [x, y] = [path[0]!, path[1]!];
	for (let frame = 0; 6 * frame < maps.length; frame++) {
		const at = 6 * frame;
		maps[at + 4] = path[2 * frame]! - maps[at]! * x - maps[at + 2]! * y;
		maps[at + 5] = path[2 * frame + 1]! - maps[at + 1]! * x - maps[at + 3]! * y;
	}
	return maps;
}

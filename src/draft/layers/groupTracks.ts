/**
 * Which tracks move one thing together: those whose object holds the other's start and that keep their distance,
 * more or less, all the way.
 * @param paths frameCount x 2 positions each.
 * @param holds Whether the object under track `a` holds the start of track `b`.
 * @param given One entry a track: tracks with the same name are together whatever they do, those with two names never.
 * @returns Indices, grouped; each track is in one group, groups in order of their first track.
 */
export function groupTracks(
	paths: readonly Float64Array[],
	holds: (a: number, b: number) => boolean,
	given: readonly (string | undefined)[] = [],
): number[][] {
	const leader = paths.map((_, i) => {
		const name = given[i];
		return name === undefined ? i : given.indexOf(name);
	});
	const nameOf = (i: number) => given[leader[i]!];
	for (let a = 0; a < paths.length; a++)
		for (let b = 0; b < a; b++) {
			if (leader[a] === leader[b] || (nameOf(a) !== undefined && nameOf(b) !== undefined)) continue;
			if (!(holds(a, b) || holds(b, a))) continue;
			const members = paths.map((_, i) => i).filter((i) => leader[i] === leader[a]);
			const others = paths.map((_, i) => i).filter((i) => leader[i] === leader[b]);
			if (!members.every((m) => others.every((o) => movesAlike(paths[m]!, paths[o]!)))) continue;
			const first = nameOf(a) === undefined ? leader[b]! : leader[a]!;
			for (const i of [...members, ...others]) leader[i] = first;
		}
	const groups = new Map<number, number[]>();
	leader.forEach((first, i) => {
		const group = groups.get(first);
		if (group) group.push(i);
		else groups.set(first, [i]);
	});
	return [...groups.values()];
}

/** Whether two tracks could sit on one stiff thing: their distance changes by no more than 8 px and a third. */
export function movesAlike(a: Float64Array, b: Float64Array): boolean {
	const distance = (at: number) => Math.hypot(a[at]! - b[at]!, a[at + 1]! - b[at + 1]!);
	const rest = distance(0);
	for (let at = 2; at < a.length; at += 2)
		if (Math.abs(distance(at) - rest) > 8 + rest / 3) return false;
	return true;
}

/** Whether a track never leaves its start. */
export function isStill(path: Float64Array): boolean {
	for (let at = 2; at < path.length; at++) if (path[at] !== path[at % 2]) return false;
	return true;
}

/** Whether a track goes where the ground goes, as a pin does. @param camera frameCount x 6, unless it stands. */
export function staysOnGround(path: Float64Array, camera: Float64Array | undefined): boolean {
	if (camera === undefined) return isStill(path);
	const [x, y] = [path[0]!, path[1]!];
	for (let frame = 0; 2 * frame < path.length; frame++) {
		const at = 6 * frame;
		const dx = camera[at]! * x + camera[at + 2]! * y + camera[at + 4]! - path[2 * frame]!;
		const dy = camera[at + 1]! * x + camera[at + 3]! * y + camera[at + 5]! - path[2 * frame + 1]!;
		if (Math.hypot(dx, dy) > groundTolerancePx) return false;
	}
	return true;
}

/** Samples are rounded and read between two. */
const groundTolerancePx = 0.75;

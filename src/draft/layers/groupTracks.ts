/**
 * Which tracks move one thing together: those whose object holds the other's start and that keep their distance,
 * more or less, all the way.
 * @param paths frameCount x 2 positions each.
 * @param holds Whether the object under track `a` holds the start of track `b`.
 * @returns Indices, grouped; each track is in one group, groups in order of their first track.
 */
export function groupTracks(
	paths: readonly Float64Array[],
	holds: (a: number, b: number) => boolean,
): number[][] {
	const leader = paths.map((_, i) => i);
	for (let a = 0; a < paths.length; a++)
		for (let b = 0; b < a; b++) {
			if (leader[a] === leader[b] || !(holds(a, b) || holds(b, a))) continue;
			const members = paths.map((_, i) => i).filter((i) => leader[i] === leader[a]);
			const others = paths.map((_, i) => i).filter((i) => leader[i] === leader[b]);
			if (!members.every((m) => others.every((o) => movesAlike(paths[m]!, paths[o]!)))) continue;
			const first = Math.min(leader[a]!, leader[b]!);
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

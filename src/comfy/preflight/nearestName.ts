/**
 * The name among those present that is most likely meant: the fewest edits away (insertion, deletion, substitution,
 * neighbours swapped), case and folders left out; the first of equals. Offered, never taken by itself.
 * @returns undefined when nothing is nearer than half of the name's letters, so that a VAE is not offered for an encoder.
 * Cost: O(names x length^2), names cut at 120 letters. Source: optimal string alignment distance.
 */
export function nearestName(wanted: string, present: readonly string[]): string | undefined {
	const target = bare(wanted);
	let best: string | undefined;
	let bestDistance = Number.POSITIVE_INFINITY;
	for (const name of present) {
		const candidate = bare(name);
		const limit = Math.max(target.length, candidate.length) / 2;
		const distance = editDistance(target, candidate);
		if (distance > limit || distance >= bestDistance) continue;
		best = name;
		bestDistance = distance;
	}
	return best;
}

const maxLength = 120;

/** The last part of a path, without its ending, in small letters, every separator the same. */
const bare = (name: string): string =>
	(name.split(/[\\/]/).at(-1) ?? name)
		.replace(/\.(safetensors|sft|ckpt|pt|pth|gguf|bin)$/i, '')
		.toLowerCase()
		.replace(/[\s_.-]+/g, '-')
		.slice(0, maxLength);

/** Edits between two strings; 0 for equal ones. */
export function editDistance(a: string, b: string): number {
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let edits = Math.min(
				(last[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + 1,
				(last[j - 1] ?? 0) + (same ? 0 : 1),
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
			row.push(edits);
		}
		before = last;
		last = row;
	}
	return last[b.length] ?? 0;
}

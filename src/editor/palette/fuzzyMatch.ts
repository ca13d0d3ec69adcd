export interface FuzzyMatch {
	/** Higher is better. */
	readonly score: number;
	/** Indices of the matched letters of the label, rising. */
	readonly places: readonly number[];
}

/**
 * Whether the letters of a query come in a label in this order, case and accents aside, and how well: letters in a row and
 * letters that begin a word count more, a label that begins with the query most. Spaces of the query are skipped.
 * @returns undefined when they do not; an empty query matches everything with 0. Cost: O(label x query).
 */
export function fuzzyMatch(query: string, label: string): FuzzyMatch | undefined {
	const wanted = [...plain(query)].filter((letter) => letter !== ' ');
	const letters = [...label].map((letter) => plain(letter)[0] ?? '');
	if (wanted.length === 0) return { score: 0, places: [] };
	let best: FuzzyMatch | undefined;
	// Greedy from each place where it may begin: labels are short.
	for (let from = letters.indexOf(wanted[0] ?? ''); from >= 0; ) {
		const places = placesFrom(wanted, letters, from);
		if (!places) break;
		const score = scoreOf(places, letters);
		if (!best || score > best.score) best = { score, places };
		from = letters.indexOf(wanted[0] ?? '', from + 1);
	}
	return best;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function placesFrom(
	wanted: readonly string[],
	letters: readonly string[],
	from: number,
): number[] | undefined {
	const places: number[] = [];
	let at = from;
	for (const letter of wanted) {
		const word = letters.findIndex((l, i) => i >= at && l === letter && beginsWord(letters, i));
		const next = letters.indexOf(letter, at);
		if (next < 0) return undefined;
		// A letter that begins a later word is meant rather than one in the middle of this one.
		const isRow = next === (places.at(-1) ?? next - 1) + 1;
		const place: number = !isRow && word >= 0 ? word : next;
		places.push(place);
		at = place + 1;
	}
	return places;
}

const beginsWord = (letters: readonly string[], i: number): boolean =>
	i === 0 || !/[\p{L}\p{N}]/u.test(letters[i - 1] ?? ' ');

function scoreOf(places: readonly number[], letters: readonly string[]): number {
	let score = places[0] === 0 ? 8 : 0;
	places.forEach((place, i) => {
		score += 1;
		if (beginsWord(letters, place)) score += 4;
		if (i > 0 && place === (places[i - 1] ?? 0) + 1) score += 5;
	});
	// Of equal ones the shorter.
	return score - letters.length / 100;
}

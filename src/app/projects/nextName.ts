/** The longest name a document takes. */
const longest = 200;

/**
 * A name like this one that nobody has yet: "Fox" is followed by "Fox 2", "Fox 2" by "Fox 3".
 * @param taken Names in use; the name itself counts as used.
 */
export function nextName(name: string, taken: readonly string[] = []): string {
	const [, stem = '', digits] = /^(.*?)(?: (\d{1,6}))?$/s.exec(name) ?? [];
	const used = new Set(taken);
	let number = digits ? Number(digits) + 1 : 2;
	let next = numbered(stem, number);
	while (used.has(next)) next = numbered(stem, ++number);
	return next;
}

const numbered = (stem: string, number: number): string => {
	const end = `${stem ? ' ' : ''}${number}`;
	return stem.slice(0, longest - end.length) + end;
};

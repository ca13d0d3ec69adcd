/**
 * Writes JSON with `bigint` as exact whole numbers, the way `parseLosslessJson` reads them.
 * @param value JSON with bigints: what `convertWorkflow` returns. @param indent as `JSON.stringify` takes it.
 * Cost: one pass more over the text, only when there is a bigint.
 */
export function stringifyLosslessJson(value: unknown, indent?: string): string {
	let marked = false;
	const text = JSON.stringify(
		value,
		(_key, item: unknown) => {
			if (typeof item !== 'bigint') return item;
			marked = true;
			return `${mark}${item}`;
		},
		indent,
	);
	return marked ? text.replace(markedInteger, (token, digits?: string) => digits ?? token) : text;
}

// JSON.stringify escapes the NUL, so that a string which holds the mark's escape literally reads `\\u0000`.
const mark = '\u0000integer:';
const markedInteger = /"\\u0000integer:(-?\d+)"|"(?:[^"\\]|\\.)*"/gs;

/** Indices of the rows in sight, both ends included, and how many beside them are kept ready. */
interface Sight {
	readonly startIndex: number;
	readonly endIndex: number;
	readonly overscan: number;
	readonly count: number;
}

/**
 * Which rows of a long list are in the page, rising: those in sight and some beside them; the one with the focus, which would
 * lose it, with its neighbours, where the arrows go; the only selected one, whose graph stays open. -1: there is none.
 */
export function rowsToMount(
	{ startIndex, endIndex, overscan, count }: Sight,
	{ focused, only }: { readonly focused: number; readonly only: number },
): number[] {
	const wanted = new Set<number>();
	for (let i = startIndex - overscan; i <= endIndex + overscan; i++) wanted.add(i);
	if (focused >= 0) for (const i of [focused - 1, focused, focused + 1]) wanted.add(i);
	wanted.add(only);
	return [...wanted].filter((i) => i >= 0 && i < count).sort((a, b) => a - b);
}

/**
 * Whether a value nests deeper than `limit` lists and objects; a value that contains itself does.
 * Iterative, so that no depth can exhaust the stack. Cost: O(values), stops at the first too deep.
 */
export function isDeeperThan(value: unknown, limit: number): boolean {
	const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
	for (let next = open.pop(); next; next = open.pop()) {
		if (typeof next.value !== 'object' || next.value === null) continue;
		const depth = next.depth + 1;
		if (depth > limit) return true;
		for (const child of Object.values(next.value)) {
			if (typeof child === 'object' && child !== null) open.push({ value: child, depth });
		}
	}
	return false;
}

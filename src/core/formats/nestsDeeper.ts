/**
 * Whether a JSON text has more brackets open at once than a limit, outside strings. Looked at before it is parsed: a file of
 * nothing but brackets would fill the memory with empty lists. Cost: O(characters).
 */
export function nestsDeeper(text: string, limit: number): boolean {
	let depth = 0;
	let isString = false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === 0x22) isString = !isString;
		else if (isString) {
			if (code === 0x5c) i++;
		} else if (code === 0x5b || code === 0x7b) {
			depth++;
			if (depth > limit) return true;
		} else if (code === 0x5d || code === 0x7d) depth--;
	}
	return false;
}

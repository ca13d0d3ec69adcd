import { fail, ok, type Result } from '#core/result.ts';

/**
 * JSON as ComfyUI writes it: Python lets bare `NaN`, `Infinity` and `-Infinity` through, in histories, socket
 * messages and object_info alike. Outside strings they are read as null; inside strings they stay.
 * @returns the value, or the parser's own words. Never throws. Cost: one scan more, only when plain parsing fails.
 */
export function parseTolerantJson(text: string): Result<unknown, string> {
	try {
		return ok(JSON.parse(text));
	} catch (first) {
		const mended = text.replace(stringOrBareNumber, (token) =>
			token.startsWith('"') ? token : 'null',
		);
		if (mended === text) return fail(words(first));
		try {
			return ok(JSON.parse(mended));
		} catch (second) {
			return fail(words(second));
		}
	}
}

const stringOrBareNumber = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs;

const words = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

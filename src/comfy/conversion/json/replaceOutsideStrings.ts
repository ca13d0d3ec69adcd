/**
 * Rewrites the parts of a JSON text that lie outside its strings. One linear pass, also over text that is no JSON:
 * a pattern that knows strings would take quadratic time on a hostile file.
 * @param replace gets each such part; a string that never ends belongs to no part.
 */
export function replaceOutsideStrings(text: string, replace: (part: string) => string): string {
	const pieces: string[] = [];
	let at = 0;
	for (;;) {
		const quote = text.indexOf('"', at);
		pieces.push(replace(text.slice(at, quote === -1 ? text.length : quote)));
		if (quote === -1) break;
		const end = endOfString(text, quote);
		pieces.push(text.slice(quote, end));
		at = end;
	}
	return pieces.join('');
}

function endOfString(text: string, quote: number): number {
	for (let at = quote + 1; at < text.length; at++) {
		const char = text.charCodeAt(at);
		if (char === backslash) at++;
		else if (char === doubleQuote) return at + 1;
	}
	return text.length;
}

const backslash = 0x5c;
const doubleQuote = 0x22;

/** Text for a terminal: control characters, which could steer it, become question marks; long text is cut. */
export const printable = (text: string): string =>
	[...text.slice(0, longest)]
		.map((char) => (isControl(char.codePointAt(0) ?? 0) ? '?' : char))
		.join('');

const longest = 2000;

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code < 0xa0);

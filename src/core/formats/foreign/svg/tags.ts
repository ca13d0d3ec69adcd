export interface Tag {
	/** `empty` opens and closes at once. */
	readonly kind: 'open' | 'close' | 'empty';
	/** Lower case. */
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	/** Its place in the text. */
	readonly at: number;
}

/** The tags of XML text in their order; comments, CDATA, doctype and instructions are stepped over. Cost: O(characters). */
export function* tagsOf(text: string): Generator<Tag> {
	let at = text.indexOf('<');
	while (at >= 0) {
		const skipped = stepOver(text, at);
		if (skipped !== undefined) {
			at = text.indexOf('<', skipped);
			continue;
		}
		const end = endOfTag(text, at);
		if (end < 0) return;
		const isClose = text[at + 1] === '/';
		const body = text.slice(at + (isClose ? 2 : 1), end);
		const isEmpty = body.endsWith('/');
		const name = /^[\w:-]{1,100}/.exec(body)?.[0];
		if (name !== undefined)
			yield {
				kind: isClose ? 'close' : isEmpty ? 'empty' : 'open',
				name: name.toLowerCase(),
				attributes: isClose ? none : readAttributes(body.slice(name.length)),
				at,
			};
		at = text.indexOf('<', end);
	}
}

const none: ReadonlyMap<string, string> = new Map();

function stepOver(text: string, at: number): number | undefined {
	for (const [begin, end] of skips) {
		if (!text.startsWith(begin, at)) continue;
		const found = text.indexOf(end, at + begin.length);
		return found < 0 ? text.length : found + end.length;
	}
	return undefined;
}

const skips = [
	['<!--', '-->'],
	['<![CDATA[', ']]>'],
	['<!', '>'],
	['<?', '?>'],
] as const;

/** The `>` that ends it, not one inside quotes; -1: none. */
function endOfTag(text: string, at: number): number {
	let quote = 0;
	for (let i = at + 1; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (quote !== 0) {
			if (code === quote) quote = 0;
		} else if (code === 0x22 || code === 0x27) quote = code;
		else if (code === 0x3e) return i;
	}
	return -1;
}

function readAttributes(body: string): ReadonlyMap<string, string> {
	const attributes = new Map<string, string>();
	for (const [, name = '', double, single] of body.matchAll(
		/([\w:.-]{1,100})\s{0,100}=\s{0,100}(?:"([^"]*)"|'([^']*)')/g,
	))
		if (!attributes.has(name.toLowerCase()))
			attributes.set(name.toLowerCase(), unescaped(double ?? single ?? ''));
	return attributes;
}

/** The five entities of XML; others stay as they are. */
const unescaped = (text: string): string =>
	text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof entities) => entities[name]);

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/**
 * Text of a prompt as it is sent: C-style comments go, of each `{a|b|c}` one choice stays, inner ones first come out of
 * the chosen text; `\{`, `\}` and `\|` stand for themselves.
 * @param choose index of the choice among `count`; the page throws dice, we take the first unless told otherwise.
 */
export function dynamicPrompt(text: string, choose: (count: number) => number = () => 0): string {
	return resolveChoices(text, choose, 0).replace(/\\([{}|])/g, '$1');
}

/** Deeper braces than this are no prompt. */
const maxDepth = 64;

function resolveChoices(text: string, choose: (count: number) => number, depth: number): string {
	const source = withoutComments(text);
	let result = '';
	let at = 0;
	while (at < source.length) {
		if (source[at] === '\\') {
			result += source.slice(at, at + 2);
			at += 2;
		} else if (source[at] === '{' && depth < maxDepth) {
			const { choices, end } = readChoices(source, at + 1);
			const chosen = choices[choose(choices.length)] ?? '';
			result += dynamicPromptInner(chosen, choose, depth + 1);
			at = end;
		} else result += source[at++];
	}
	return result;
}

/** A chosen text is a prompt of its own: its escapes are resolved before it takes its place. */
const dynamicPromptInner = (text: string, choose: (count: number) => number, depth: number) =>
	resolveChoices(text, choose, depth).replace(/\\([{}|])/g, '$1');

/** The choices up to the brace that closes them, or to the end. */
function readChoices(source: string, start: number) {
	const choices: string[] = [];
	let choice = '';
	let open = 0;
	let at = start;
	while (at < source.length) {
		const char = source[at++] ?? '';
		if (char === '\\') {
			choice += char + (source[at++] ?? '');
			continue;
		}
		if (char === '{') open++;
		else if (char === '}' && open-- === 0) break;
		else if (char === '|' && open === 0) {
			choices.push(choice);
			choice = '';
			continue;
		}
		choice += char;
	}
	return { choices: [...choices, choice], end: at };
}

/** In one pass: a pattern would look for the end of each unclosed comment again. */
function withoutComments(text: string): string {
	const pieces: string[] = [];
	let at = 0;
	let slash = text.indexOf('/');
	const lastBlockEnd = text.lastIndexOf('*/');
	while (slash !== -1) {
		const end = commentEnd(text, slash, lastBlockEnd);
		if (end !== undefined) {
			pieces.push(text.slice(at, slash));
			at = end;
		}
		slash = text.indexOf('/', end ?? slash + 1);
	}
	return pieces.join('') + text.slice(at);
}

/** End of the comment that starts at a slash; undefined when none does. */
function commentEnd(text: string, slash: number, lastBlockEnd: number): number | undefined {
	const next = text[slash + 1];
	if (next === '*' && lastBlockEnd >= slash + 2) return text.indexOf('*/', slash + 2) + 2;
	if (next !== '/') return undefined;
	lineBreak.lastIndex = slash;
	return lineBreak.exec(text)?.index ?? text.length;
}

const lineBreak = /[\n\r\u2028\u2029]/g;

/*
 * What must not travel in a log that people paste into a public issue: secrets, and where on a disk things lie.
 * A URL keeps its host and path, a file path its last name.
 */

const hidden = '[redacted]';

/**
 * A text without tokens, values of Authorization and Cookie, credentials and secret parameters of URLs, and folders of
 * absolute file paths (POSIX, home, Windows, UNC, file:). Doing it twice changes nothing more.
 * Control characters that could steer a terminal are taken out, line breaks and tabs stay. Cost: linear.
 */
export function redact(text: string): string {
	let out = '';
	let from = 0;
	const clean = withoutControls(text);
	for (const match of clean.matchAll(url)) {
		out += redactProse(clean.slice(from, match.index)) + redactUrl(match[0]);
		from = match.index + match[0].length;
	}
	return out + redactProse(clean.slice(from));
}

/** A short text that is no sentence (a node's title): control characters out, length bounded. */
export const oneLabel = (text: string): string => withoutControls(text).slice(0, 200);

const withoutControls = (text: string): string =>
	text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) =>
		'\t\r\n'.includes(character) ? character : '',
	);

const url = /\b(?:https?|wss?):\/\/[^\s"'<>`]{1,4000}/gi;

function redactUrl(text: string): string {
	return text
		.replace(/^([a-z]+:\/\/)[^/?#]*@/i, '$1')
		.replaceAll(
			/([?&#;][^=&#;]*(?:token|key|secret|password|passwd|auth|sig(?:nature)?|session|code)[^=&#;]*=)[^&#;]*/gi,
			`$1${hidden}`,
		);
}

function redactProse(text: string): string {
	let out = text;
	for (const [pattern, replacement] of secrets) out = out.replaceAll(pattern, replacement);
	return redactPaths(out);
}

const secrets: readonly (readonly [RegExp, string])[] = [
	[
		/\b((?:proxy-)?authorization|(?:set-)?cookie)("?\s*[:=]\s*"?)[^\r\n"]{1,4000}/gi,
		`$1$2${hidden}`,
	],
	[/\b(Bearer|Basic)\s+(?!\[redacted)[\w.~+/=-]{6,4000}/gi, `$1 ${hidden}`],
	[
		/\b([\w-]{0,40}(?:token|api[_-]?key|secret|password|passwd))("?\s*[:=]\s*"?)(?!\[redacted)[^\s"',;&]{1,4000}/gi,
		`$1$2${hidden}`,
	],
	// Keys that are known by their beginning: Hugging Face, OpenAI and its likes, GitHub, AWS; JSON web tokens.
	[/\b(?:hf_|sk-|ghp_|gho_|github_pat_|comfyui-)[\w-]{12,400}/g, hidden],
	[/\bAKIA[0-9A-Z]{16}\b/g, hidden],
	[/\beyJ[\w-]{8,4000}\.[\w-]{4,4000}\.[\w-]{0,4000}/g, hidden],
];

/** Inside quotes a path may hold blanks; outside it ends at one, but for Windows' folders. */
function redactPaths(text: string): string {
	return text
		.replaceAll(
			/(["'`])(?:file:\/\/)?(?:\/|~\/|[A-Za-z]:[\\/]|\\\\)([^"'`\r\n]{1,1000})\1/g,
			keepName,
		)
		.replaceAll(/\bfile:\/\/([^\s"'<>]{1,1000})/gi, (_, path: string) => `…/${lastName(path)}`)
		.replaceAll(
			/(?<![\w…])(?:[A-Za-z]:[\\/]|\\\\)((?:[^\s\\/:*?"'<>|]{1,200}(?: [^\s\\/:*?"'<>|]{1,200}){0,5}[\\/]+){0,40}[^\s\\/:*?"'<>|]{0,200})/g,
			(_, path: string) => `…/${lastName(path)}`,
		)
		.replaceAll(
			/(?<![\w/.…~\]-])~?\/((?:[^\s/"'<>|:*?,;()]{1,200}\/){1,40}[^\s/"'<>|:*?,;()]{0,200})/g,
			(_, path: string) => `…/${lastName(path)}`,
		);
}

const keepName = (_: string, quote: string, path: string): string =>
	`${quote}…/${lastName(path)}${quote}`;

const lastName = (path: string): string =>
	path.split(/[\\/]+/).findLast((part) => part !== '') ?? '';

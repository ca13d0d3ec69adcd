import { fail, ok, type Result } from '../result.ts';

export interface LooseJson {
	readonly value: unknown;
	/** Single quotes had to be read as double ones. */
	readonly singleQuotes: boolean;
}

export interface JsonFailure {
	/** From 1, where the runtime tells them. */
	readonly line?: number;
	readonly column?: number;
}

/**
 * JSON, or what Python prints for the same value: single quotes (as ComfyUI reads them), NaN and Infinity, None, True, False.
 * NaN and Infinity come back as the strings "NaN", "Infinity", "-Infinity", so that a reader can name their place.
 */
export function parseLooseJson(text: string): Result<LooseJson, JsonFailure> {
	const strict = tryParse(text);
	if (strict.ok) return ok({ value: strict.value, singleQuotes: false });
	const quoted = text.includes("'") ? text.replaceAll("'", '"') : text;
	// Strings are matched to be skipped; without a bound a huge one overflows the matcher's stack.
	const plain = quoted.replace(
		/"(?:[^"\\]|\\.){0,1000}"|-?\bInfinity\b|\bNaN\b|\bNone\b|\bTrue\b|\bFalse\b/g,
		(token) => python[token] ?? token,
	);
	const loose = tryParse(plain);
	if (loose.ok) return ok({ value: loose.value, singleQuotes: quoted !== text });
	return fail(placeOf(text, strict.error));
}

const python: Readonly<Record<string, string>> = {
	NaN: '"NaN"',
	Infinity: '"Infinity"',
	'-Infinity': '"-Infinity"',
	None: 'null',
	True: 'true',
	False: 'false',
};

/** Line and column of the first mistake in JSON, where the runtime's message tells them; whatever it throws is no JSON. */
export function parseStrictJson(text: string): Result<unknown, JsonFailure> {
	const parsed = tryParse(text);
	return parsed.ok ? parsed : fail(placeOf(text, parsed.error));
}

function tryParse(text: string): Result<unknown, unknown> {
	try {
		return ok(JSON.parse(text));
	} catch (error) {
		return fail(error);
	}
}

function placeOf(text: string, error: unknown): JsonFailure {
	const message = error instanceof Error ? error.message : '';
	const byLine = /line (\d+) column (\d+)/.exec(message);
	if (byLine) return { line: Number(byLine[1]), column: Number(byLine[2]) };
	const byOffset = /position (\d+)/.exec(message);
	// V8 names the place of most mistakes by an excerpt only, but says when the text ends too early.
	const offset = byOffset ? Number(byOffset[1]) : /end of/.test(message) ? text.length : -1;
	if (offset < 0) return {};
	const before = text.slice(0, offset).split('\n');
	return { line: before.length, column: before.at(-1)!.length + 1 };
}

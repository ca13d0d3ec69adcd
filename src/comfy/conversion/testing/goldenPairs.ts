import { parseLosslessJson } from '../json/parseLosslessJson.ts';
import type { GoldenEntry } from './judgeGraph.ts';

/** Index of golden pairs: workflows, and what ComfyUI's page made of them. */
export interface GoldenIndex {
	/** When the page made them; for dates in file names. */
	readonly clock: string;
	readonly workflows: Readonly<Record<string, GoldenEntry>>;
}

/** JSON of a test's data. @throws when it is none: a test without its data is broken. */
export function parseGolden(text: string): unknown {
	const parsed = parseLosslessJson(text);
	if (!parsed.ok) throw new Error(parsed.error);
	return parsed.value;
}

import { existsSync, readFileSync } from 'node:fs';
import { type Frame, tokenOf } from './messageTokens.ts';

interface RecordedLine {
	readonly kind: string;
	readonly client?: string;
	readonly dir?: string;
	readonly data?: string;
	readonly event?: number;
	readonly path?: string;
	readonly method?: string;
}

const folder = new URL('../../../../shared/comfyui/recordings/', import.meta.url);

/** The whole recordings lie beside the checkout on the machines where they were made; elsewhere only our extracts. */
export const haveRecordings = existsSync(folder);

/** Tokens that `client` received between the first POST /prompt and the next one that it made. */
export function recordedRun(name: string, client = 'A', nth = 1): string[] {
	const lines = readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as RecordedLine);
	const tokens: string[] = [];
	let prompts = 0;
	for (const line of lines) {
		if (line.kind === 'http' && line.method === 'POST' && line.path === '/prompt') prompts++;
		const frame = line.client === client && prompts === nth ? frameOf(line) : undefined;
		if (frame) tokens.push(tokenOf(frame));
	}
	return tokens;
}

function frameOf(line: RecordedLine): Frame | undefined {
	if (line.dir !== 'in') return undefined;
	if (line.kind === 'ws_binary') return { kind: 'binary', event: line.event ?? 0 };
	if (line.kind !== 'ws_text' || line.data === undefined) return undefined;
	const { type, data } = JSON.parse(line.data) as { type: string; data: Record<string, unknown> };
	return { kind: 'text', type, data };
}

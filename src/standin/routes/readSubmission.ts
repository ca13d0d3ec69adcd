import { type PromptError, plain } from '../graph/validateGraph.ts';
import type { StandinVersion } from '../options.ts';
import { internalError } from './raised.ts';

/** `number` as given, else the next one, negative for `front`. Lowest runs first. */
export function numberOf(body: Record<string, unknown>, next: () => number): number {
	if (body.number !== undefined) return Number(body.number);
	const number = next();
	return body.front ? -number : number;
}

/** What the queue and the history show beside the graph. */
export function extraDataOf(
	body: Record<string, unknown>,
	modern: boolean,
): Record<string, unknown> {
	const given = body.extra_data;
	return {
		...(typeof given === 'object' ? given : {}),
		...(body.client_id === undefined ? {} : { client_id: body.client_id }),
		...(modern ? { create_time: Date.now() } : {}),
	};
}

/** 0.33.0 takes no other prompt_id. */
export const isCanonicalUuid = (id: unknown): boolean =>
	typeof id === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

export const invalidPromptId = plain(
	'invalid_prompt_id',
	'prompt_id must be a valid UUID',
	'prompt_id must be a UUID string in canonical lowercase hyphenated form; omit it to let the server generate one',
);

/** A workflow in UI format: 0.33.0 falls over it, 0.3.64 misses a class_type. */
export function notAGraph(prompt: unknown, version: StandinVersion): PromptError | undefined {
	if (typeof prompt !== 'object' || prompt === null || Array.isArray(prompt)) throw internalError();
	const odd = Object.entries(prompt).find(
		([, node]) => typeof node !== 'object' || node === null || Array.isArray(node),
	);
	if (!odd) return undefined;
	if (version !== '0.3.64') throw internalError();
	return plain(
		'invalid_prompt',
		'Cannot execute because a node is missing the class_type property.',
		`Node ID '#${odd[0]}'`,
	);
}

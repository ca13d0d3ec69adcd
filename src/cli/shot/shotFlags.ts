import { type Command, InvalidArgumentError } from 'commander';
import type { Lora, Shot } from '#core/document/document.ts';
import { parseNumber, parseWhole } from './frameFlags.ts';

/** What a person may say of a shot besides its frame. */
export interface ShotFlags {
	readonly prompt?: string | undefined;
	readonly negative?: string | undefined;
	readonly seed?: number | undefined;
	readonly steps?: number | undefined;
	readonly cfg?: number | undefined;
	readonly sampler?: string | undefined;
	readonly scheduler?: string | undefined;
	readonly shift?: number | undefined;
	readonly temperature?: number | undefined;
	readonly topk?: number | undefined;
	readonly exactSamples?: boolean | undefined;
	readonly lora?: readonly Lora[] | undefined;
}

export const addShotOptions = (command: Command): Command =>
	command
		.option('--prompt <text>', 'what happens in the video')
		.option('--negative <text>', "what to avoid; blank keeps the workflow's own")
		.option('--seed <n>', 'whole number; a random one unless given', parseWhole)
		.option('--steps <n>', 'sampler steps', parseWhole)
		.option('--cfg <n>', 'guidance of the prompt', parseNumber)
		.option('--sampler <name>', 'as ComfyUI names it')
		.option('--scheduler <name>', 'as ComfyUI names it')
		.option('--shift <n>', 'shift of the sampling', parseNumber)
		.option('--temperature <n>', 'how sharply a track bounds its influence', parseNumber)
		.option('--topk <n>', 'tracks that each place listens to', parseWhole)
		.option('--exact-samples', "a project's tracks exact at the video's frames, not as in training")
		.option(
			'--lora <name[:strength]>',
			'in models/loras of the server; may be given several times, none unless given',
			(value: string, list: readonly Lora[] = []) => [...list, parseLora(value)],
		);

/** `NAME` or `NAME:0.8`. */
export function parseLora(text: string): Lora {
	const [, name = '', strength] = /^(.+?)(?::(-?\d+(?:\.\d+)?))?$/.exec(text) ?? [];
	if (name === '') throw new InvalidArgumentError('A file name is needed, and perhaps a strength.');
	return { name, strength: strength === undefined ? 1 : Number(strength) };
}

/** What is said, as the document has it. */
export function shotOf(flags: ShotFlags): Partial<Shot> {
	const { lora: loras, prompt, negative, seed, steps, cfg, sampler, scheduler } = flags;
	const { shift, temperature, topk, exactSamples } = flags;
	return given({
		...{ prompt, negative, seed, steps, cfg, sampler, scheduler },
		...{ shift, temperature, topk, exactSamples, loras },
	});
}

/** An object without the keys that have no value. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	const entries = Object.entries(values).filter(([, value]) => value !== undefined);
	return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** `1,2,3` and `1-3`. */
export function parseSeeds(text: string): readonly number[] {
	const seeds = text.split(',').flatMap((part) => {
		const [, from, to] = /^\s*(\d+)\s*-\s*(\d+)\s*$/.exec(part) ?? [];
		if (from === undefined || to === undefined) return [parseWhole(part.trim())];
		const [first, last] = [parseWhole(from), parseWhole(to)];
		if (last < first || last - first > 999)
			throw new InvalidArgumentError('A range goes from a seed to a greater one, 1000 at most.');
		return Array.from({ length: last - first + 1 }, (_, n) => first + n);
	});
	return [...new Set(seeds)];
}

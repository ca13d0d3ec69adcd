import { choicesOf, limitsOf, type ObjectInfo } from '#comfy/protocol/objectInfo.ts';
import { shotFields } from '#comfy/workflow/shotFields.ts';

export type ShotNumber = 'seed' | 'steps' | 'cfg' | 'shift' | 'temperature' | 'topk';

export interface Limits {
	readonly min: number;
	readonly max: number;
	readonly step: number;
}

/** What the fields of a shot may be: the server's word where there is one, else what ComfyUI has had for years. */
export interface ShotChoices {
	readonly samplers: readonly string[];
	readonly schedulers: readonly string[];
	readonly limits: Readonly<Record<ShotNumber, Limits>>;
	/** They come from a server: what is not among them it does not have. */
	readonly live: boolean;
}

const samplers = [
	'uni_pc',
	'uni_pc_bh2',
	'euler',
	'euler_ancestral',
	'heun',
	'dpm_2',
	'dpmpp_2m',
	'dpmpp_2m_sde',
	'dpmpp_3m_sde',
	'lcm',
	'res_multistep',
	'ddim',
];
const schedulers = ['simple', 'normal', 'karras', 'sgm_uniform', 'beta', 'ddim_uniform'];

/** The document's own limits: a server may ask for less, never for more. */
const widest: Readonly<Record<ShotNumber, Limits>> = {
	seed: { min: 0, max: Number.MAX_SAFE_INTEGER, step: 1 },
	steps: { min: 1, max: 10_000, step: 1 },
	cfg: { min: 0, max: 100, step: 0.1 },
	shift: { min: 0, max: 100, step: 0.1 },
	temperature: { min: 1, max: 1000, step: 1 },
	topk: { min: 1, max: 10, step: 1 },
};

/** @param info object_info of the chosen server; undefined without one. */
export function shotChoices(info: ObjectInfo | undefined): ShotChoices {
	const choices = (field: 'sampler' | 'scheduler') => {
		const { classType, input } = shotFields[field];
		return info && choicesOf(info, classType, input);
	};
	const limits = (field: ShotNumber): Limits => {
		const { classType, input } = shotFields[field];
		const found = info && limitsOf(info, classType, input);
		const { min, max, step } = widest[field];
		return { min: Math.max(min, found?.min ?? min), max: Math.min(max, found?.max ?? max), step };
	};
	const live = choices('sampler');
	return {
		samplers: live ?? samplers,
		schedulers: choices('scheduler') ?? schedulers,
		limits: {
			seed: limits('seed'),
			steps: limits('steps'),
			cfg: limits('cfg'),
			shift: limits('shift'),
			temperature: limits('temperature'),
			topk: limits('topk'),
		},
		live: live !== undefined,
	};
}

/** A seed from the whole range that people can still read out: 0 .. 2^32-1. */
export const rollSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

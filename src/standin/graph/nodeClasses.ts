import { readFileSync } from 'node:fs';
import type { StandinVersion } from '../options.ts';

/** An input as /object_info tells it: `[type or list of choices, options]`. */
export type InputSpec = readonly [string | readonly string[], Readonly<Record<string, unknown>>?];

export interface NodeClass {
	readonly input: {
		readonly required?: Readonly<Record<string, InputSpec>>;
		readonly optional?: Readonly<Record<string, InputSpec>>;
	};
	readonly output: readonly string[];
	readonly output_node: boolean;
	readonly [key: string]: unknown;
}

export type NodeClasses = Readonly<Record<string, NodeClass>>;

/** Where ComfyUI looks for the files that an input chooses from. */
export const modelFolders: Readonly<Record<string, { nodeClass: string; input: string }>> = {
	diffusion_models: { nodeClass: 'UNETLoader', input: 'unet_name' },
	text_encoders: { nodeClass: 'CLIPLoader', input: 'clip_name' },
	vae: { nodeClass: 'VAELoader', input: 'vae_name' },
	clip_vision: { nodeClass: 'CLIPVisionLoader', input: 'clip_name' },
	loras: { nodeClass: 'LoraLoaderModelOnly', input: 'lora_name' },
};

/**
 * The recorded /object_info of the classes that our graph and its neighbours use.
 * @param missingModels File names, input names or folder names whose choices are taken out.
 * @param missingNodes Class names taken out.
 */
export function loadNodeClasses(
	version: StandinVersion,
	missingModels: readonly string[],
	missingNodes: readonly string[],
): NodeClasses {
	const file = new URL(`../fixtures/objectInfo.${version}.json`, import.meta.url);
	const recorded = JSON.parse(readFileSync(file, 'utf8')) as Record<string, NodeClass>;
	const classes = Object.fromEntries(
		Object.entries(recorded).map(([name, node]) => [name, { ...unrecorded, ...node }]),
	);
	for (const name of missingNodes) delete classes[name];
	for (const [folder, { nodeClass, input }] of Object.entries(modelFolders)) {
		const required = classes[nodeClass]?.input.required as Record<string, InputSpec> | undefined;
		const spec = required?.[input];
		if (!required || !spec || typeof spec[0] === 'string') continue;
		const all = missingModels.includes(input) || missingModels.includes(folder);
		const left = all ? [] : spec[0].filter((name) => !missingModels.includes(name));
		required[input] = spec[1] ? [left, spec[1]] : [left];
	}
	return classes;
}

/** Left out of the fixtures; ComfyUI's own page stumbles without them. */
const unrecorded = { description: '', python_module: 'nodes' };

/** Choices of an input, or undefined when it is no plain list. */
export function choicesOf(spec: InputSpec): readonly string[] | undefined {
	if (typeof spec[0] !== 'string') return spec[0];
	if (spec[0] !== 'COMBO') return undefined;
	const options = spec[1]?.options;
	return Array.isArray(options) ? options.map(String) : [];
}

/** Files of a model folder, or undefined when ComfyUI has no such folder here. */
export function modelsIn(classes: NodeClasses, folder: string): readonly string[] | undefined {
	const place = modelFolders[folder];
	if (!place) return undefined;
	const spec = classes[place.nodeClass]?.input.required?.[place.input];
	return (spec && choicesOf(spec)?.filter((name) => name !== 'pixel_space')) ?? [];
}

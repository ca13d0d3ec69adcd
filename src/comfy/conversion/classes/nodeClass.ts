import { isRecord } from '../json/isRecord.ts';
import { type InputSpec, readInputSpecs } from './inputSpec.ts';
import { pageAdditions } from './pageAdditions.ts';

/** A node class of the server, with what ComfyUI's page adds to it. */
export interface NodeClass {
	readonly name: string;
	readonly title: string;
	/** In the order in which the page makes sockets and widgets. */
	readonly inputs: readonly InputSpec[];
	readonly outputs: readonly { readonly name: string; readonly type: string }[];
	/** Template of COMFY_MATCHTYPE_V3 that each output follows; undefined for others. */
	readonly outputTemplates: readonly (string | undefined)[];
}

/** Classes of an object_info, read when first asked for: files use few of thousands. */
export type NodeClasses = (name: string) => NodeClass | undefined;

/** @param objectInfo the parsed body of GET /object_info. */
export function createNodeClasses(objectInfo: Readonly<Record<string, unknown>>): NodeClasses {
	const read = new Map<string, NodeClass | undefined>();
	return (name) => {
		if (!read.has(name))
			read.set(
				name,
				Object.hasOwn(objectInfo, name) ? readClass(name, objectInfo[name]) : undefined,
			);
		return read.get(name);
	};
}

function readClass(name: string, raw: unknown): NodeClass | undefined {
	if (!isRecord(raw)) return undefined;
	const types = Array.isArray(raw.output) ? (raw.output as readonly unknown[]) : [];
	const names = Array.isArray(raw.output_name) ? (raw.output_name as readonly unknown[]) : [];
	const templates = Array.isArray(raw.output_matchtypes)
		? (raw.output_matchtypes as readonly unknown[])
		: [];
	const title = raw.display_name;
	return {
		name,
		title: typeof title === 'string' && title !== '' ? title : name,
		inputs: orderInputs(readInputSpecs(raw.input), raw.input_order, pageAdditions(name, raw.input)),
		outputs: types.map((type, index) => ({
			name: typeof names[index] === 'string' ? names[index] : `output_${index}`,
			type: outputType(type),
		})),
		outputTemplates: types.map((_, index) => {
			const template = templates[index];
			return typeof template === 'string' ? template : undefined;
		}),
	};
}

function outputType(type: unknown): string {
	if (Array.isArray(type)) return 'COMBO';
	return type === 'COMFY_MATCHTYPE_V3' ? '*' : String(type);
}

/** By `input_order` where there is one; inputs it does not name come last, as do the page's additions. */
function orderInputs(
	specs: readonly InputSpec[],
	order: unknown,
	additions: readonly InputSpec[],
): readonly InputSpec[] {
	const byName = new Map([...specs, ...additions].map((spec) => [spec.name, spec]));
	if (!isRecord(order)) {
		const required = [...specs.filter((spec) => !spec.optional), ...additions];
		return [...new Set([...required, ...specs])].map((spec) => byName.get(spec.name) ?? spec);
	}
	const ordered = new Map<string, InputSpec>();
	for (const group of ['required', 'optional'] as const) {
		const names = order[group];
		for (const name of Array.isArray(names) ? (names as readonly unknown[]) : []) {
			const spec = byName.get(String(name));
			if (spec && spec.optional === (group === 'optional')) ordered.set(spec.name, spec);
		}
	}
	for (const spec of byName.values()) if (!ordered.has(spec.name)) ordered.set(spec.name, spec);
	return [...ordered.values()];
}

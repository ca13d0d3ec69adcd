import { type InputSpec, readInputSpec } from '../classes/inputSpec.ts';
import { isRecord } from '../json/isRecord.ts';
import type { AddInput, LiveNode, Widget } from './liveGraph.ts';

/**
 * Rows that a person adds, `COMFY_DYNAMICGROUP_V3`: the first place in `widgets_values` is the number of rows, then
 * come the fields of each row, sent as `group.ROW.field`.
 */
export function addDynamicGroup(node: LiveNode, spec: InputSpec, addInput: AddInput): void {
	const { min, max, template } = spec.options;
	const least = typeof min === 'number' ? min : 0;
	const most = typeof max === 'number' ? max : 0;
	let rows = 0;
	const counter: Widget = {
		name: spec.name,
		value: least,
		takesSlot: true,
		inPrompt: false,
		onSet: (value) => {
			if (typeof value !== 'number' || !Number.isFinite(value)) return;
			// A file may ask for more rows than it has values for; the server's own bound is the limit.
			const wanted = Math.min(Math.max(least, Math.trunc(value)), Math.max(most, least));
			for (; rows < wanted; rows++) addRow(node, counter, spec.name, rows, template, addInput);
		},
	};
	node.widgets.push(counter);
	counter.onSet?.(least);
}

function addRow(
	node: LiveNode,
	counter: Widget,
	group: string,
	row: number,
	template: unknown,
	addInput: AddInput,
): void {
	const before = node.widgets.length;
	for (const part of ['required', 'optional'] as const) {
		const fields = isRecord(template) ? template[part] : undefined;
		for (const [field, raw] of Object.entries(isRecord(fields) ? fields : {})) {
			const spec = readInputSpec(`${group}.${row}.${field}`, raw, part === 'optional');
			const known = node.inputs.find((input) => input.name === spec?.name);
			if (!spec) continue;
			addInput(node, spec);
			// A socket that the file brought stays, with its link.
			if (known) node.inputs.splice(node.inputs.indexOf(known), 1, ...node.inputs.splice(-1));
		}
	}
	const added = node.widgets.splice(before);
	const last = node.widgets.findLastIndex(
		(widget) => widget === counter || widget.name.startsWith(`${group}.`),
	);
	node.widgets.splice(last + 1, 0, ...added);
}

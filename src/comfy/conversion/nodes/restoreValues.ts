import type { UiNode } from '../file/uiWorkflow.ts';
import { isRecord } from '../json/isRecord.ts';
import { type LiveNode, setWidget, type Widget } from './liveGraph.ts';
import { migrateValues, widgetPlaces } from './migrateValues.ts';
import { isControlMode } from './widgetKinds.ts';

/** What `restoreValues` found out. */
export interface Restoration {
	/** A control slot (`fixed`, `randomize` ...) was expected where the file has another value. */
	readonly controlSlotMissing: boolean;
}

/**
 * Gives the widgets of a new node the values of the file, by position. Missing values leave the defaults, surplus ones
 * are ignored, null is a value.
 * @param heal step over a control slot that the file lacks, where ComfyUI's page shifts every later value by one; read
 * values that a file holds by name, where the page ignores them (it knows those of VideoHelperSuite).
 */
export function restoreValues(node: LiveNode, source: UiNode, heal: boolean): Restoration {
	if (!isList(source.values) && (heal || savesByName.test(node.type)))
		return restoreByName(node, source.values);
	const values = isList(source.values) ? source.values : Object.values(source.values);
	if (!isList(source.values) && !isAligned(node, values)) return { controlSlotMissing: false };
	const migrated = node.class ? migrateValues(node.class.inputs, node.widgets, values) : values;
	const gap = missingControl(node.widgets, migrated);
	let place = 0;
	// The list grows while a choice or a group lays out its inputs.
	for (let index = 0; index < node.widgets.length; index++) {
		const widget = node.widgets[index];
		if (!widget?.takesSlot || (heal && widget === gap)) continue;
		if (place < migrated.length) setWidget(widget, migrated[place]);
		place++;
	}
	for (const [name, value] of source.unpacked?.values ?? []) {
		const widget = node.widgets.find((candidate) => candidate.name === name);
		if (widget) setWidget(widget, value);
	}
	return { controlSlotMissing: gap !== undefined };
}

const isList = (values: UiNode['values']): values is readonly unknown[] => Array.isArray(values);

/** VideoHelperSuite's own page code reads its values by name. */
const savesByName = /^VHS_/;

/** The page takes a file's named values by position when their number is that of the widgets, else not at all. */
const isAligned = (node: LiveNode, values: readonly unknown[]): boolean =>
	node.class !== undefined &&
	values.length === widgetPlaces(node.class.inputs, node.widgets).length;

/** The first control whose place holds something else, when the list is exactly that much too short. */
function missingControl(
	widgets: readonly Widget[],
	values: readonly unknown[],
): Widget | undefined {
	const placed = widgets.filter((widget) => widget.takesSlot);
	if (values.length !== placed.length - 1) return undefined;
	const at = placed.findIndex(
		(widget, index) => widget.role === 'control' && !isControlMode(values[index]),
	);
	return at === values.length ? undefined : placed[at];
}

function restoreByName(node: LiveNode, values: Readonly<Record<string, unknown>>): Restoration {
	for (let index = 0; index < node.widgets.length; index++) {
		const widget = node.widgets[index];
		if (widget?.takesSlot && Object.hasOwn(values, widget.name))
			setWidget(widget, values[widget.name]);
	}
	for (const name of formatInputs(node)) {
		if (Object.hasOwn(values, name) && !node.widgets.some((widget) => widget.name === name))
			node.widgets.push({ name, value: values[name], takesSlot: true, inPrompt: true });
	}
	return { controlSlotMissing: false };
}

/**
 * Inputs that VideoHelperSuite adds for the chosen format (`pix_fmt`, `crf` ...): its `format` input carries
 * `formats: { NAME: [[input, ...], ...] }`.
 */
function formatInputs(node: LiveNode): readonly string[] {
	return (node.class?.inputs ?? []).flatMap((spec) => {
		const { formats } = spec.options;
		const chosen = node.widgets.find((widget) => widget.name === spec.name)?.value;
		if (!isRecord(formats) || typeof chosen !== 'string' || !Object.hasOwn(formats, chosen))
			return [];
		const inputs = formats[chosen];
		return (Array.isArray(inputs) ? (inputs as readonly unknown[]) : []).flatMap((input) =>
			Array.isArray(input) && typeof input[0] === 'string' ? [input[0]] : [],
		);
	});
}

import { type InputSpec, isForced, widgetTypeOf } from '../classes/inputSpec.ts';
import { isRecord } from '../json/isRecord.ts';
import { addAutogrow } from './autogrow.ts';
import { addDynamicCombo } from './dynamicCombo.ts';
import { addDynamicGroup } from './dynamicGroup.ts';
import type { LiveNode } from './liveGraph.ts';
import { isWidgetType, makeWidgets } from './widgetKinds.ts';

/** Lays out all inputs of a class: sockets first, then widgets, each with the socket that can replace it. */
export function addInputs(node: LiveNode, specs: readonly InputSpec[]): void {
	for (const spec of specs) addSocket(node, spec);
	for (const spec of specs) addWidget(node, spec);
	// Only widgets that a new node has: what a choice lays out later is sent as it is.
	for (const widget of node.widgets) if (widget.dynamicPrompts) widget.resolvesPrompts = true;
}

/** Lays out one input that came with a choice, a group or a growing socket. */
export function addInput(node: LiveNode, spec: InputSpec): void {
	addSocket(node, spec);
	addWidget(node, spec);
}

function addSocket(node: LiveNode, spec: InputSpec): void {
	if (isWidget(spec)) return;
	if (spec.type === 'COMFY_AUTOGROW_V3') {
		addAutogrow(node, spec, addInput);
		return;
	}
	if (spec.type === 'COMFY_MATCHTYPE_V3') {
		addInput(node, { ...spec, type: matchTemplateOf(spec)?.allowed ?? '*' });
		return;
	}
	node.inputs.push({ name: spec.name, type: spec.type, widget: undefined, wire: undefined });
}

function addWidget(node: LiveNode, spec: InputSpec): void {
	if (!isWidget(spec)) return;
	const type = widgetTypeOf(spec);
	if (type === 'COMFY_DYNAMICGROUP_V3') {
		addDynamicGroup(node, spec, addInput);
		return;
	}
	if (type === 'COMFY_DYNAMICCOMBO_V3') addDynamicCombo(node, spec, addInput);
	else node.widgets.push(...makeWidgets(spec, node.type));
	node.inputs.push({ name: spec.name, type: spec.type, widget: spec.name, wire: undefined });
}

const isWidget = (spec: InputSpec): boolean => isWidgetType(widgetTypeOf(spec)) && !isForced(spec);

/** What a COMFY_MATCHTYPE_V3 input shares with other slots, and the types it allows. */
export function matchTemplateOf(
	spec: InputSpec,
): { readonly id: string; readonly allowed: string } | undefined {
	const { template } = spec.options;
	if (spec.type !== 'COMFY_MATCHTYPE_V3' || !isRecord(template)) return undefined;
	const { allowed_types: allowed } = template;
	return { id: String(template.template_id), allowed: typeof allowed === 'string' ? allowed : '*' };
}

import { type InputSpec, isForced, widgetTypeOf } from '../classes/inputSpec.ts';
import type { Widget } from './liveGraph.ts';

/**
 * Drops places from `widgets_values` that belong to no widget any more: files from before page version 1.16 hold a
 * dummy for each `forceInput` input. Applies only when the length tells that they do, as on the page.
 * @param widgets as a new node has them.
 */
export function migrateValues(
	specs: readonly InputSpec[],
	widgets: readonly Widget[],
	values: readonly unknown[],
): readonly unknown[] {
	if (specs.some((spec) => widgetTypeOf(spec) === 'COMFY_DYNAMICGROUP_V3')) return values;
	const forced = widgetPlaces(specs, widgets);
	const places = widgets.filter((widget) => widget.takesSlot).length;
	if (!forced.includes(true) && values.length === places) return values;
	const compacted = values.filter((_, index) => widgets[index]?.takesSlot !== false);
	const aligned = [compacted, values].find((list) => list.length === forced.length);
	return aligned ? aligned.filter((_, index) => !forced[index]) : values;
}

/** For each place that the inputs of a class take in `widgets_values`: whether it is a dummy of a forced input. */
export function widgetPlaces(
	specs: readonly InputSpec[],
	widgets: readonly Widget[],
): readonly boolean[] {
	const widgetNamed = new Map(widgets.map((widget) => [widget.name, widget]));
	return specs.flatMap((spec) => {
		const widget = widgetNamed.get(spec.name);
		if (!widget && !isForced(spec)) return [];
		if (widget && !widget.takesSlot) return [];
		return spec.options.control_after_generate ? [isForced(spec), false] : [isForced(spec)];
	});
}

import { type LiveNode, setWidget } from './liveGraph.ts';

/** The page's repairs once all is loaded: a choice without a value takes the first; old sampler names lose a prefix. */
export function repairValues(node: LiveNode): void {
	for (const widget of [...node.widgets]) {
		if (
			(node.type === 'KSampler' || node.type === 'KSamplerAdvanced') &&
			widget.name === 'sampler_name' &&
			typeof widget.value === 'string' &&
			widget.value.startsWith('sample_')
		)
			setWidget(widget, widget.value.slice('sample_'.length));
		const first = widget.choices?.[0];
		if (first !== undefined && (widget.value === null || widget.value === undefined))
			setWidget(widget, first);
	}
}

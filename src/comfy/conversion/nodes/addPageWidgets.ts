import { addCustomOptions } from './customCombo.ts';
import type { LiveNode, Widget } from './liveGraph.ts';
import { sendsViewport, viewportState } from './viewportState.ts';

/** Widgets that the page adds to nodes of some classes once they are made, beyond those of `pageAdditions`. */
export function addPageWidgets(node: LiveNode): void {
	if (sendsViewport.has(node.type)) sendViewport(node);
	switch (node.type) {
		case 'CustomCombo':
			addCustomOptions(node);
			return;
		case 'PreviewAny':
		case 'SaveText':
			node.widgets.push(shown('preview_text'), shown('preview_mode'));
			return;
		case 'WebcamCapture':
			node.widgets.push({ ...shown('waiting for camera...'), takesSlot: true });
			return;
	}
}

function sendViewport(node: LiveNode): void {
	const index = node.widgets.findIndex((widget) => widget.name === 'viewport_state');
	const view = node.widgets[index];
	if (view) node.widgets[index] = { ...view, compute: () => viewportState(node) };
}

const shown = (name: string): Widget => ({
	name,
	value: undefined,
	takesSlot: false,
	inPrompt: false,
	role: 'preview',
});

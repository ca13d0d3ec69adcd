import { app } from './app.js';

/* What ComfyUI's page does when it starts: every script of the custom nodes, then the workflow; here drawn as plain buttons. */

const scripts = await (await fetch('/api/extensions')).json();
await Promise.all(scripts.map((path) => import(path)));

app.addNode({ id: 1, type: 'LoadImage', widgets: { image: 'shots/alley.webp' } });
app.addNode({ id: 2, type: 'CLIPTextEncode', widgets: { text: 'Bunting sways over the alley.' } });
app.addNode({ id: 3, type: 'PrimitiveStringMultiline', widgets: { value: '[]' } });
app.addNode({ id: 4, type: 'Reroute', inputs: [['', 3]] });
app.addNode({ id: 5, type: 'GetImageSize', inputs: [['image', 1]] });
app.addNode({ id: 6, type: 'ImageScale', inputs: [['image', 1]] });
const numbers = { width: 720, height: 480, length: 49, batch_size: 1, temperature: 220, topk: 10 };
const tracks = '[[{"x":393,"y":126},{"x":380,"y":140},{"x":360,"y":160}]]';
app.addNode({
	id: 10,
	type: 'WanTrackToVideo',
	widgets: { tracks, ...numbers },
	inputs: [['positive', 2], ['tracks'], ['start_image', 6]],
});
app.addNode({
	id: 11,
	type: 'WanTrackToVideo',
	widgets: { tracks: '[]', ...numbers },
	inputs: [['tracks', 4], ['start_image']],
});
app.addNode({
	id: 12,
	type: 'WanTrackToVideo',
	widgets: { tracks: '[]', ...numbers },
	inputs: [
		['tracks', 5],
		['width', 5],
		['start_image', 1],
	],
});

for (const node of app.graph.nodes) {
	for (const extension of app.extensions) extension.nodeCreated?.(node);
	const box = document.createElement('section');
	box.setAttribute('aria-label', `Node ${node.id}`);
	box.append(`${node.id} ${node.type}`);
	for (const widget of node.widgets.filter(({ type }) => type === 'button'))
		box.append(button(widget.name, widget.callback));
	document.querySelector('#graph').append(box);
}
for (const { menuCommands = [], commands = [] } of app.extensions)
	for (const id of menuCommands.flatMap((entry) => entry.commands)) {
		const command = commands.find((known) => known.id === id);
		document.querySelector('#menu').append(button(command.label, command.function));
	}
app.extensionManager.workflow.activeWorkflow.changeTracker.captureCanvasState();
app.extensionManager.workflow.activeWorkflow.changeTracker.undoQueue = [];

function button(label, press) {
	const element = document.createElement('button');
	element.textContent = label;
	element.addEventListener('click', () => press());
	return element;
}

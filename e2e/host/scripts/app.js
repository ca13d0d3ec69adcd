/*
 * ComfyUI's `app`, as far as our extension uses it: a graph of nodes with widgets and links, undo, and a registry of extensions.
 * The real page is tested with COMFYUI_FRONTEND; this one is always there.
 */

const extensions = [];
const nodes = new Map();
const links = new Map();
const graph = {
	links,
	nodes: [],
	getNodeById: (id) => nodes.get(Number(id)) ?? null,
	setDirtyCanvas: () => undefined,
};

const state = () =>
	JSON.stringify(
		graph.nodes.map(({ id, widgets, inputs, properties }) => ({
			id,
			values: widgets.filter(({ serialize }) => serialize !== false).map(({ value }) => value),
			links: inputs.map(({ link }) => link),
			properties,
		})),
	);

const changeTracker = {
	activeState: undefined,
	undoQueue: [],
	captureCanvasState() {
		const now = state();
		if (now === this.activeState) return;
		this.undoQueue.push(this.activeState);
		this.activeState = now;
	},
};

/** Adds a node; an input is `[name, from]`, `from` the id of the node it comes from. */
function addNode({ id, type, widgets = {}, inputs = [] }) {
	const node = {
		id,
		type,
		comfyClass: type,
		title: type,
		graph,
		properties: {},
		widgets: Object.entries(widgets).map(([name, value]) => ({ name, value, type: typeof value })),
		inputs: inputs.map(([name, from]) => {
			if (from === undefined) return { name, link: null };
			const link = links.size + 1;
			links.set(link, { origin_id: from, origin_slot: 0 });
			return { name, link };
		}),
		addWidget(kind, name, value, callback, options = {}) {
			const widget = { type: kind, name, value, callback, options };
			this.widgets.push(widget);
			return widget;
		},
		disconnectInput(slot) {
			this.inputs[slot].link = null;
		},
	};
	nodes.set(id, node);
	graph.nodes.push(node);
	return node;
}

export const app = {
	graph,
	nodeOutputs: {},
	canvas: { selected_nodes: {} },
	extensionManager: {
		setting: { get: () => 'en' },
		toast: { add: () => undefined },
		workflow: { activeWorkflow: { changeTracker } },
	},
	extensions,
	registerExtension: (extension) => extensions.push(extension),
	addNode,
	removeNode(id) {
		graph.nodes.splice(graph.nodes.indexOf(nodes.get(id)), 1);
		nodes.delete(id);
	},
};
window.app = app;

import { expect, test } from 'vitest';
import type { ComfyApp, ComfyGraph, ComfyNode } from '../../../comfyui/web/comfyPage.ts';
import { annotated, pictureBefore } from '../../../comfyui/web/pictureBefore.ts';
import { nodeBefore, widgetOf } from '../../../comfyui/web/upstream.ts';

/* How the extension reads a workflow; in a page it is tested by e2e/extension.e2e.ts. */

interface Sketch {
	readonly type: string;
	readonly widgets?: Readonly<Record<string, unknown>>;
	/** Inputs by name: the node each comes from; -10 an input of the graph itself. */
	readonly inputs?: Readonly<Record<string, number | null>>;
	readonly inside?: ComfyGraph;
}

function graphOf(sketches: Readonly<Record<number, Sketch>>): ComfyGraph {
	const links = new Map<number, { origin_id: number; origin_slot: number }>();
	const nodes: ComfyNode[] = [];
	const graph: ComfyGraph = {
		links,
		nodes,
		getNodeById: (id) => nodes.find((node) => node.id === Number(id)),
	};
	for (const [id, { type, widgets = {}, inputs = {}, inside }] of Object.entries(sketches))
		nodes.push({
			id: Number(id),
			type,
			comfyClass: type,
			graph,
			...(inside && { subgraph: inside }),
			inputs: Object.entries(inputs).map(([name, from]) => {
				if (from === null) return { name, link: null };
				links.set(links.size + 1, { origin_id: from, origin_slot: 0 });
				return { name, link: links.size };
			}),
			widgets: Object.entries(widgets).map(([name, value]) => ({ name, value })),
			addWidget: () => expect.unreachable(),
			disconnectInput: () => expect.unreachable(),
		});
	return graph;
}

const appWith = (graph: ComfyGraph, nodeOutputs = {}): ComfyApp => ({
	graph,
	nodeOutputs,
	registerExtension: () => undefined,
});

const nodeIn = (graph: ComfyGraph, id: number) => graph.getNodeById(id)!;

test('tracks are written into the node, or into the text before it, through reroutes', () => {
	const graph = graphOf({
		1: { type: 'PrimitiveStringMultiline', widgets: { value: '[]' } },
		2: { type: 'Reroute', inputs: { '': 1 } },
		3: { type: 'WanTrackToVideo', widgets: { tracks: 'own' }, inputs: { tracks: 2 } },
		4: { type: 'WanTrackToVideo', widgets: { tracks: 'own' }, inputs: { tracks: null } },
		5: { type: 'WanTrackToVideo', widgets: { tracks: 'own' }, inputs: { tracks: 6 } },
		6: { type: 'MakesTracks', widgets: { text: 'a' } },
	});
	const app = appWith(graph);
	expect(widgetOf(app, nodeIn(graph, 3), 'tracks', 'string')?.node.id).toBe(1);
	expect(widgetOf(app, nodeIn(graph, 4), 'tracks', 'string')?.node.id).toBe(4);
	expect(widgetOf(app, nodeIn(graph, 5), 'tracks', 'string')).toBe(undefined);
	expect(nodeBefore(app, nodeIn(graph, 3), 'tracks')?.id).toBe(1);
});

test('a node in a graph inside the graph reads what the outside gives it', () => {
	const inside = graphOf({
		3: { type: 'WanTrackToVideo', widgets: { tracks: '[]' }, inputs: { tracks: -10 } },
	});
	const promoted = graphOf({
		9: { type: 'uuid', inside, widgets: { tracks: 'outer' }, inputs: { tracks: null } },
	});
	expect(widgetOf(appWith(promoted), nodeIn(inside, 3), 'tracks', 'string')?.widget.value).toBe(
		'outer',
	);
	const linked = graphOf({
		1: { type: 'PrimitiveString', widgets: { value: 'linked' } },
		9: { type: 'uuid', inside, inputs: { tracks: 1 } },
	});
	expect(widgetOf(appWith(linked), nodeIn(inside, 3), 'tracks', 'string')?.widget.value).toBe(
		'linked',
	);
});

test('a circle of links ends', () => {
	const graph = graphOf({
		1: { type: 'Reroute', inputs: { a: 2 } },
		2: { type: 'Reroute', inputs: { b: 1 } },
		3: { type: 'WanTrackToVideo', inputs: { tracks: 1, start_image: 1 } },
	});
	const app = appWith(graph);
	expect(widgetOf(app, nodeIn(graph, 3), 'tracks', 'string')).toBe(undefined);
	expect(pictureBefore(app, nodeIn(graph, 3))).toBe(null);
});

test('the picture is the loaded one, or what a node put out in the last run', () => {
	const graph = graphOf({
		1: { type: 'LoadImage', widgets: { image: 'sub/fox.png [output]' } },
		2: { type: 'ImageScale', inputs: { image: 1 } },
		3: { type: 'WanTrackToVideo', inputs: { start_image: 2 } },
		4: { type: 'VAEDecode', inputs: { samples: null } },
		5: { type: 'WanTrackToVideo', inputs: { start_image: 4 } },
	});
	const fox = { filename: 'fox.png', subfolder: 'sub', type: 'output' };
	expect(pictureBefore(appWith(graph), nodeIn(graph, 3))).toEqual(fox);
	expect(pictureBefore(appWith(graph), nodeIn(graph, 5))).toBe(null);
	const image = { filename: 'a.png', subfolder: '', type: 'temp' };
	const ran = appWith(graph, { 4: { images: [image] } });
	expect(pictureBefore(ran, nodeIn(graph, 5))).toEqual(image);
	expect(annotated('plain.png')).toEqual({ filename: 'plain.png', subfolder: '', type: 'input' });
	expect(annotated('')).toBe(undefined);
});

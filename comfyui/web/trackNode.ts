import {
	nodeNumbers,
	type OpenMessage,
	type Said,
	type UseMessage,
} from '../../src/app/embed/embedMessages.ts';
import { type ComfyApp, type ComfyNode, type ComfyWidget, noteChange } from './comfyPage.ts';
import { pictureBefore } from './pictureBefore.ts';
import { classOf, isLinked, nodeBefore, widgetOf } from './upstream.ts';

export const isTrackNode = (node: ComfyNode): boolean => classOf(node) === 'WanTrackToVideo';

/** Property of the node that keeps the drawing, so that it stays editable. */
const property = 'wanAtiStudio';

/** What the editor is told of a node. */
export function readNode(app: ComfyApp, node: ComfyNode): Said<OpenMessage> {
	const tracks = widgetOf(app, node, 'tracks', 'string');
	const places = nodeNumbers.map(
		(name) => [name, widgetOf(app, node, name, 'number')?.widget] as const,
	);
	const numbers = Object.fromEntries(
		places.flatMap(([name, widget]) => (widget ? [[name, Number(widget.value)]] : [])),
	);
	const prompt = promptBefore(app, node, 'positive');
	const negative = promptBefore(app, node, 'negative');
	return {
		kind: 'open',
		node: { id: String(node.id), title: node.title ?? classOf(node) },
		tracks: tracks ? String(tracks.widget.value) : '[]',
		numbers,
		fixed: places.flatMap(([name, widget]) => (widget ? [] : [name])),
		cutsLink: !tracks && isLinked(node.inputs?.find(({ name }) => name === 'tracks')),
		...(prompt !== undefined && { prompt }),
		...(negative !== undefined && { negative }),
		theme: pageTheme(),
		picture: pictureBefore(app, node),
		document: node.properties?.[property],
	};
}

/**
 * Writes what the editor gave into the node, as one step of the page's undo.
 * @returns false when the node is no longer in its graph.
 */
export function writeNode(app: ComfyApp, node: ComfyNode, given: UseMessage): boolean {
	if (!node.graph || node.graph.getNodeById(node.id) !== node) return false;
	// What was changed before is a step of its own.
	noteChange(app);
	if (!widgetOf(app, node, 'tracks', 'string')) {
		const slot = node.inputs?.findIndex(({ name }) => name === 'tracks') ?? -1;
		if (slot !== -1) node.disconnectInput(slot);
	}
	const tracks = widgetOf(app, node, 'tracks', 'string');
	if (!tracks) return false;
	setValue(tracks.widget, given.tracks);
	for (const name of nodeNumbers) {
		const value = given.numbers[name];
		const place = value === undefined ? undefined : widgetOf(app, node, name, 'number');
		if (place) setValue(place.widget, value);
	}
	if (node.properties) {
		if (given.document === undefined) delete node.properties[property];
		else node.properties[property] = given.document;
	}
	node.graph.setDirtyCanvas?.(true, true);
	noteChange(app);
	return true;
}

/** By the colour of its text: palettes are many, and which is dark is said differently by each version of the page. */
function pageTheme(): 'dark' | 'light' {
	const [red = 255, green = 255, blue = 255] =
		getComputedStyle(document.body).color.match(/\d+/g)?.map(Number) ?? [];
	return red + green + blue > 3 * 128 ? 'dark' : 'light';
}

function setValue(widget: ComfyWidget, value: unknown): void {
	if (widget.value === value) return;
	widget.value = value;
	widget.callback?.(value);
}

/** The text that a CLIPTextEncode before the node holds. */
function promptBefore(app: ComfyApp, node: ComfyNode, input: string): string | undefined {
	const encoder = nodeBefore(app, node, input);
	if (!encoder || classOf(encoder) !== 'CLIPTextEncode') return undefined;
	const place = widgetOf(app, encoder, 'text', 'string');
	return place && String(place.widget.value).slice(0, 20_000);
}

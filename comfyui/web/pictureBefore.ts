import type { OpenMessage } from '../../src/app/embed/embedMessages.ts';
import type { ComfyApp, ComfyNode } from './comfyPage.ts';
import { classOf, isLinked, nodeBefore, widgetOf } from './upstream.ts';

type Picture = NonNullable<OpenMessage['picture']>;

/**
 * The picture that a node's `start_image` comes from: the file of a LoadImage before it, or what a node before it put out in the
 * last run. Null: none that the server has.
 */
export function pictureBefore(app: ComfyApp, node: ComfyNode): Picture | null {
	let current = nodeBefore(app, node, 'start_image');
	const seen = new Set<ComfyNode>();
	while (current && !seen.has(current)) {
		seen.add(current);
		const picture = loaded(app, current) ?? putOut(app, current);
		if (picture) return picture;
		// A node that crops or scales: its own picture comes in by its first linked input.
		const through = current.inputs?.find(
			(input) => /image|pixels/.test(input.name) && isLinked(input),
		);
		current = through && nodeBefore(app, current, through.name);
	}
	return null;
}

function loaded(app: ComfyApp, node: ComfyNode): Picture | undefined {
	if (!/^LoadImage/.test(classOf(node))) return undefined;
	const place = widgetOf(app, node, 'image', 'string');
	return place && annotated(String(place.widget.value));
}

/** `folder/name.png [output]`, as LoadImage names files. */
export function annotated(value: string): Picture | undefined {
	const [, path = value, type = 'input'] = /^(.*) \[(input|output|temp)\]$/.exec(value) ?? [];
	const slash = path.lastIndexOf('/');
	const filename = path.slice(slash + 1);
	if (!filename) return undefined;
	return { filename, subfolder: path.slice(0, Math.max(0, slash)), type: type as Picture['type'] };
}

function putOut({ nodeOutputs }: ComfyApp, node: ComfyNode): Picture | undefined {
	const output = nodeOutputs?.[String(node.id)] as { readonly images?: unknown } | undefined;
	const [first] = (
		Array.isArray(output?.images) ? output.images : []
	) as readonly Partial<Picture>[];
	const { filename, subfolder = '', type } = first ?? {};
	if (typeof filename !== 'string' || typeof subfolder !== 'string') return undefined;
	return type === 'input' || type === 'output' || type === 'temp'
		? { filename, subfolder, type }
		: undefined;
}

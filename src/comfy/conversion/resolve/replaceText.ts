import type { LiveGraph, LiveNode } from '../nodes/liveGraph.ts';

/** Classes whose `filename_prefix` the page fills in; others keep it as it is. */
const saveClasses: ReadonlySet<string> = new Set([
	'SaveImage',
	'SaveImageAdvanced',
	'SaveSVGNode',
	'SaveVideo',
	'SaveAnimatedWEBP',
	'SaveWEBM',
	'SaveAudio',
	'SaveAudioMP3',
	'SaveAudioOpus',
	'SaveAudioAdvanced',
	'SaveGLB',
	'Save3DAdvanced',
	'SaveGaussianSplat',
	'SavePointCloud',
	'SaveAnimatedPNG',
	'CLIPSave',
	'VAESave',
	'ModelSave',
	'LoraSave',
	'SaveLatent',
]);

export const isFileName = (className: string, input: string): boolean =>
	input === 'filename_prefix' && saveClasses.has(className);

/**
 * Fills in `%Node.widget%` with the value of a widget of the node of that search name or title, and `%date:yyyy-MM-dd%`
 * with the time; anything else between percent signs stays (the server knows `%width%` and such).
 * @param now undefined leaves dates as they are. @returns a function that looks at the nodes once, when first needed.
 */
export function textReplacer(root: LiveGraph, now: Date | undefined): (text: string) => string {
	let nodes: ((name: string) => LiveNode | undefined) | undefined;
	return (text) =>
		text.replace(/%([^%]+)%/g, (match, inner: string) => {
			const [name = '', widgetName, ...rest] = inner.split('.');
			if (widgetName === undefined || rest.length > 0) {
				const isDate = name.startsWith('date:') && now !== undefined;
				return isDate ? formatDate(name.slice('date:'.length), now) : match;
			}
			nodes ??= indexNodes(root);
			const widget = nodes(name)?.widgets.find((candidate) => candidate.name === widgetName);
			if (!widget) return match;
			// biome-ignore lint/suspicious/noControlCharactersInRegex: they may not stand in a file name either.
			return String(widget.value ?? '').replace(/[/?<>\\:*|"\x00-\x1F\x7F]/g, '_');
		});
}

/** The first node of a search name, else of a title. */
function indexNodes(root: LiveGraph): (name: string) => LiveNode | undefined {
	const [searched, titled] = [new Map<unknown, LiveNode>(), new Map<string, LiveNode>()];
	for (const node of allNodes(root).toReversed()) {
		searched.set(searchName(node), node);
		titled.set(node.title, node);
	}
	return (name) => searched.get(name) ?? titled.get(name);
}

/** Search name: as saved in the file; nodes other than those that save have their class for one by default. */
function searchName(node: LiveNode): unknown {
	return (
		node.source.properties.get('Node name for S&R') ??
		(node.class && !saveClasses.has(node.type) ? node.type : undefined)
	);
}

/** Inner nodes before the instance that shows them, each subgraph once. */
function allNodes(graph: LiveGraph, seen = new Set<LiveGraph>()): readonly LiveNode[] {
	if (seen.has(graph)) return [];
	seen.add(graph);
	return [...graph.nodes.values()].flatMap((node) =>
		node.definition ? [...allNodes(node.definition, seen), node] : [node],
	);
}

function formatDate(format: string, date: Date): string {
	return format.replace(/y{2,4}|d{1,2}|M{1,2}|h{1,2}|m{1,2}|s{1,2}/g, (part) => {
		const year = `${date.getFullYear()}`;
		if (part === 'yyyy') return year;
		if (part === 'yy') return year.slice(2);
		const value = dateParts[part[0] ?? '']?.(date) ?? part;
		return `${value}`.padStart(part.length, '0');
	});
}

const dateParts: Readonly<Record<string, (date: Date) => number>> = {
	d: (date) => date.getDate(),
	M: (date) => date.getMonth() + 1,
	h: (date) => date.getHours(),
	m: (date) => date.getMinutes(),
	s: (date) => date.getSeconds(),
};

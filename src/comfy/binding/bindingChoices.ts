import type { InputInfo, ObjectInfo } from '../protocol/objectInfo.ts';
import { asLink, type Graph } from '../workflow/graph.ts';
import { type Binding, type BindingField, isSamePlace, type Place } from './binding.ts';
import { videoOutputs } from './boundClasses.ts';
import { sortNodes } from './graphWalk.ts';
import { isPicture } from './guessBinding.ts';
import { isPlain } from './sourceOf.ts';

type Kind = 'picture' | 'text' | 'choice' | 'number';

const kinds: Readonly<Record<BindingField, Kind>> = {
	image: 'picture',
	tracks: 'text',
	prompt: 'text',
	negative: 'text',
	seed: 'number',
	width: 'number',
	height: 'number',
	length: 'number',
	fps: 'number',
	steps: 'number',
	cfg: 'number',
	sampler: 'choice',
	scheduler: 'choice',
	shift: 'number',
	temperature: 'number',
	topk: 'number',
};

/** The inputs that a field could go to, by their kind: what the binding dialog offers. Those bound already are among them. */
export function bindingChoices(
	graph: Graph,
	info: ObjectInfo,
	field: BindingField,
	binding: Binding,
): readonly Place[] {
	const kind = kinds[field];
	const bound = binding.places[field];
	const all = sortNodes(graph, Object.keys(graph)).flatMap((node) => {
		if (kind === 'picture') return isPicture(graph, info, node) ? [{ node, input: 'image' }] : [];
		const { class_type, inputs } = graph[node] ?? { class_type: '', inputs: {} };
		return Object.entries(inputs)
			.filter(([input, value]) => fits(kind, value, info.get(class_type)?.inputs[input]))
			.map(([input]) => ({ node, input }));
	});
	const missing = bound.filter((place) => !all.some((other) => isSamePlace(place, other)));
	return [...missing, ...all];
}

/** The nodes that the video could come from: outputs by the server's word, and the classes known to save one. */
export const outputChoices = (graph: Graph, info: ObjectInfo): readonly string[] =>
	sortNodes(graph, Object.keys(graph)).filter((id) => {
		const name = graph[id]?.class_type ?? '';
		return videoOutputs.includes(name) || info.get(name)?.isOutput === true;
	});

/** A linked input counts when the server says what it takes; its link is replaced. */
function fits(kind: Exclude<Kind, 'picture'>, value: unknown, spec: InputInfo | undefined) {
	if (kind === 'number')
		return asLink(value)
			? spec?.kind === 'int' || spec?.kind === 'float'
			: isPlain(value, 'number');
	if (kind === 'choice') return spec ? spec.kind === 'choice' : isPlain(value, 'text');
	return asLink(value) ? spec?.kind === 'text' : isPlain(value, 'text') && spec?.kind !== 'choice';
}

import { loraClass } from '../lora/chainLoras.ts';
import type { Graph } from '../workflow/graph.ts';
import { shotFields } from '../workflow/shotFields.ts';

/** Node classes of our own graphs: these run without a question. */
const ownClasses: ReadonlySet<string> = new Set([
	...Object.values(shotFields).map(({ classType }) => classType),
	'CLIPVisionEncode',
	'VAEDecode',
	'SaveVideo',
	loraClass,
]);

/** Node classes of a graph that none of our own graphs uses, sorted: code of others that a run would set to work. */
export const foreignClasses = (graph: Graph): readonly string[] =>
	[...new Set(Object.values(graph).map(({ class_type }) => class_type))]
		.filter((name) => !ownClasses.has(name))
		.sort();

import { fail, ok, type Result } from '#core/result.ts';
import type { Graph } from '../workflow/graph.ts';
import { createNodeClasses } from './classes/nodeClass.ts';
import type { ConversionError } from './conversionError.ts';
import { conversionLimits } from './conversionLimits.ts';
import type { ConversionNote } from './conversionNote.ts';
import { emitGraph } from './emitGraph.ts';
import { dropCompetingLinks } from './file/dropCompetingLinks.ts';
import { readUiWorkflow } from './file/readUiWorkflow.ts';
import { remintNodeIds } from './file/remintNodeIds.ts';
import { isRecord } from './json/isRecord.ts';
import { isDeeperThan } from './json/jsonDepth.ts';
import { loadWorkflow } from './loadWorkflow.ts';
import { readApiGraph } from './readApiGraph.ts';
import { checkExpansion } from './subgraphs/checkExpansion.ts';
import { loadOrder } from './subgraphs/loadOrder.ts';
import { unpackGroupNodes } from './virtual/unpackGroupNodes.ts';

export interface ConversionOptions {
	/**
	 * Read values rightly where ComfyUI's page is known to misread them: a control slot that the file lacks, values
	 * held by name, instances of one subgraph side by side in another. Default true; false gives exactly what the page
	 * would send.
	 */
	readonly heal?: boolean;
	/** Fills in `%date:...%` in file names, local time; without it they stay for ComfyUI to take literally. */
	readonly now?: Date;
	/** Index of the choice in `{a|b}` of prompts, by the number of choices; default the first, so that runs repeat. */
	readonly choose?: (count: number) => number;
}

export interface Conversion {
	/** Whole numbers beyond 2^53 - 1 are `bigint`: write it with `stringifyLosslessJson`. */
	readonly graph: Graph;
	readonly notes: readonly ConversionNote[];
	/** Classes of nodes that run and that object_info lacks, sorted. */
	readonly unknownClasses: readonly string[];
}

/**
 * Converts a workflow that ComfyUI's page saved (UI format, version 0.4 or schema 1) to the API format that
 * POST /prompt takes, as the page itself would: subgraphs expanded, bypassed nodes bridged, reroutes, primitives and
 * group nodes resolved. A file in API format passes through.
 * @param workflow parsed JSON, from `parseLosslessJson` if seeds beyond 2^53 matter. @param objectInfo parsed body of
 * the server's GET /object_info. @returns an error with its place for what is no workflow or beyond
 * `conversionLimits`; never throws. Cost: linear in the expanded nodes and their links.
 * Source: behaviour of comfyui-frontend-package 1.58.1.
 */
export function convertWorkflow(
	workflow: unknown,
	objectInfo: unknown,
	options: ConversionOptions = {},
): Result<Conversion, ConversionError> {
	if (isDeeperThan(workflow, conversionLimits.jsonDepth))
		return fail({ kind: 'tooDeep', limit: conversionLimits.jsonDepth });
	if (!isRecord(objectInfo))
		return fail({ kind: 'notObjectInfo', detail: 'it is not an object of classes' });
	const api = readApiGraph(workflow);
	if (api) return ok(passThrough(api, objectInfo));
	const read = readUiWorkflow(workflow);
	if (!read.ok) return read;
	const classes = createNodeClasses(objectInfo);
	const reminted = remintNodeIds(read.value);
	const unpacked = unpackGroupNodes(reminted, classes);
	if (!unpacked.ok) return unpacked;
	const file = {
		...unpacked.value.workflow,
		root: dropCompetingLinks(unpacked.value.workflow.root),
		definitions: unpacked.value.workflow.definitions.map(dropCompetingLinks),
	};
	const tooMuch = checkExpansion(file);
	if (tooMuch) return fail(tooMuch);
	const { heal = true, now, choose = () => 0 } = options;
	const definitions = loadOrder(file.definitions, !heal);
	const loaded = loadWorkflow(file.root, definitions, { classes, heal, now });
	const graph = emitGraph(loaded.root, { now, choose });
	if (!graph.ok) return graph;
	const notes = [
		...unpacked.value.notes,
		...loaded.notes,
		...unknownNotes(graph.value, objectInfo),
	];
	const inGroups = unpacked.value.notes.flatMap((note) =>
		note.kind === 'groupNode' ? note.missingClasses : [],
	);
	const unknown = new Set([...unknownClasses(graph.value, objectInfo), ...inGroups]);
	return ok({ graph: graph.value, notes, unknownClasses: [...unknown].sort() });
}

function passThrough(graph: Graph, objectInfo: Readonly<Record<string, unknown>>): Conversion {
	return {
		graph,
		notes: [{ kind: 'alreadyApi' }, ...unknownNotes(graph, objectInfo)],
		unknownClasses: unknownClasses(graph, objectInfo),
	};
}

const unknownNotes = (
	graph: Graph,
	objectInfo: Readonly<Record<string, unknown>>,
): readonly ConversionNote[] =>
	Object.entries(graph)
		.filter(([, node]) => !Object.hasOwn(objectInfo, node.class_type))
		.map(([id, node]) => ({ kind: 'unknownClass', node: id, class: node.class_type }));

const unknownClasses = (graph: Graph, objectInfo: Readonly<Record<string, unknown>>) => {
	const classes = new Set(Object.values(graph).map((node) => node.class_type));
	return [...classes].filter((name) => !Object.hasOwn(objectInfo, name)).sort();
};

import { loraClass } from '../lora/chainLoras.ts';
import type { ObjectInfo } from '../protocol/objectInfo.ts';
import { checkGraph, type GraphProblem } from '../workflow/checkGraph.ts';
import { type Graph, nodeTitle } from '../workflow/graph.ts';
import type { ModelRole } from '../workflow/modelRoles.ts';
import { compareVersions } from './compareVersions.ts';
import { nearestName } from './nearestName.ts';

/** The oldest ComfyUI that this app is tested with. Older ones are warned about, not refused. */
export const oldestTestedVersion = '0.3.64';

/** A file that the server does not have. */
interface MissingFile {
	readonly file: string;
	/** Folder under ComfyUI's models/. */
	readonly folder: string;
	/** Title of the node that loads it. */
	readonly usedBy: string;
	/** The nearest file that it has; offered, never taken by itself. */
	readonly candidate: string | undefined;
}

/** What stands in the way of a run, or may; found before a GPU is paid for. */
export type PreflightProblem =
	| Extract<GraphProblem, { kind: 'missingNodes' | 'invalidValue' }>
	| ({ readonly kind: 'missingModel'; readonly role: ModelRole } & MissingFile)
	| ({ readonly kind: 'missingLora' } & MissingFile)
	/** An input that this server asks for and the graph does not give, as SaveVideo's `codec` on old ones. */
	| { readonly kind: 'missingInput'; readonly node: string; readonly input: string }
	| { readonly kind: 'uploadTooLarge'; readonly bytes: number; readonly limit: number }
	| { readonly kind: 'oldServer'; readonly version: string; readonly oldest: string };

export interface PreflightFacts {
	/** Live object_info: at least the classes of the graph. */
	readonly info: ObjectInfo;
	readonly version?: string | undefined;
	/** /features.max_upload_size, bytes. */
	readonly maxUploadBytes?: number | undefined;
	/** Size of the picture to upload, where it is known already. */
	readonly uploadBytes?: number | undefined;
}

/**
 * Everything that a server would refuse of a bound graph, or not be able to do, the gravest first: classes, files, inputs,
 * values, upload, version. Either form of SaveVideo passes where the server takes it: `format.codec` of 0.33, `codec` of
 * the older ones. @returns [] when the run may begin.
 */
export function preflight(graph: Graph, facts: PreflightFacts): readonly PreflightProblem[] {
	const { info, version, maxUploadBytes, uploadBytes } = facts;
	const problems = checkGraph(graph, info).map((problem) => named(graph, problem));
	const tooLarge =
		maxUploadBytes !== undefined && uploadBytes !== undefined && uploadBytes > maxUploadBytes;
	const age = version === undefined ? undefined : compareVersions(version, oldestTestedVersion);
	return [
		...problems.filter(({ kind }) => kind !== 'invalidValue'),
		...missingInputs(graph, info),
		...problems.filter(({ kind }) => kind === 'invalidValue'),
		...(tooLarge
			? [{ kind: 'uploadTooLarge' as const, bytes: uploadBytes, limit: maxUploadBytes }]
			: []),
		...(version !== undefined && age !== undefined && age < 0
			? [{ kind: 'oldServer' as const, version, oldest: oldestTestedVersion }]
			: []),
	];
}

/** Whether the server would refuse the run. */
export const stopsRun = (problem: PreflightProblem): boolean => problem.kind !== 'oldServer';

function named(graph: Graph, problem: GraphProblem): PreflightProblem {
	switch (problem.kind) {
		case 'missingNodes':
			return problem;
		case 'missingModel': {
			const { kind, role, file, folder, available } = problem;
			const user = Object.entries(graph).find(([, node]) =>
				Object.values(node.inputs).includes(file),
			);
			const usedBy = user ? nodeTitle(graph, user[0]) : '';
			return { kind, role, file, folder, usedBy, candidate: nearestName(file, available) };
		}
		case 'invalidValue': {
			const { input, value, node, allowed } = problem;
			if (input !== 'lora_name') return problem;
			const file = String(value);
			return {
				kind: 'missingLora',
				file,
				folder: 'loras',
				usedBy: node,
				candidate: nearestName(file, allowed.map(String)),
			};
		}
	}
}

function missingInputs(graph: Graph, info: ObjectInfo): readonly PreflightProblem[] {
	return Object.entries(graph).flatMap(([id, { class_type, inputs }]) =>
		Object.entries(info.get(class_type)?.inputs ?? {})
			.filter(([input, spec]) => spec.required && !Object.hasOwn(inputs, input))
			.map(([input]) => ({
				kind: 'missingInput' as const,
				node: nodeTitle(graph, id),
				input,
			})),
	);
}

/** Classes that a chain of LoRAs adds to those of the graph. */
export const optionalClasses: readonly string[] = [loraClass];

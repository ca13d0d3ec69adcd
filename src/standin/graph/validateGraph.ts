import type { StandinVersion } from '../options.ts';
import type { Graph, GraphNode } from './graph.ts';
import { type InputIssue, problem } from './inputIssues.ts';
import type { NodeClasses } from './nodeClasses.ts';
import {
	type NodeReport,
	PythonError,
	type ValidationContext,
	validateNode,
} from './validateNode.ts';

export interface PromptError {
	readonly type: string;
	readonly message: string;
	readonly details: string;
	readonly extra_info: Readonly<Record<string, unknown>>;
}

export interface NodeErrors {
	readonly errors: InputIssue[];
	readonly dependent_outputs: string[];
	readonly class_type: string;
}

export type Validation =
	| {
			readonly valid: true;
			readonly outputs: readonly string[];
			readonly nodeErrors: Record<string, NodeErrors>;
	  }
	| {
			readonly valid: false;
			readonly error: PromptError;
			readonly nodeErrors: Record<string, NodeErrors>;
	  };

/**
 * ComfyUI's check of a prompt, as recorded (recordings/validation_errors): missing classes first, then every
 * output node with what it needs. One valid output is enough for `valid`; the errors of the others stay.
 * Literals are coerced in place, as ComfyUI does.
 * @param imageExists Whether LoadImage finds the file it names.
 */
export function validateGraph(
	graph: Graph,
	classes: NodeClasses,
	version: StandinVersion,
	imageExists: (name: string) => boolean,
): Validation {
	for (const [id, node] of Object.entries(graph)) {
		const error = missingClass(id, node, classes, version);
		if (error) return { valid: false, error, nodeErrors: {} };
	}
	const outputs = Object.keys(graph).filter((id) => classes[classOf(graph, id)]?.output_node);
	if (outputs.length === 0) {
		return {
			valid: false,
			error: plain('prompt_no_outputs', 'Prompt has no outputs'),
			nodeErrors: {},
		};
	}
	const nodeErrors: Record<string, NodeErrors> = {};
	const reports = new Map<string, NodeReport>();
	/** Of the outputs themselves; what is wrong further up is only told node by node. */
	const details: string[] = [];
	const good = outputs.filter((output) => {
		const report = validateOutput(output, {
			graph,
			classes,
			version,
			imageExists,
			reports,
			path: [],
		});
		if (!report.valid) details.push(...report.errors.map((e) => `${e.message}: ${e.details}`));
		if (!report.valid) collect(output, reports, graph, nodeErrors);
		return report.valid;
	});
	if (good.length > 0) return { valid: true, outputs: good, nodeErrors };
	// 0.3.64 knows a cycle as an exception outside any node: no node errors at all.
	const cyclic = Object.values(nodeErrors).some((n) =>
		n.errors.some((e) => e.type === 'dependency_cycle'),
	);
	return {
		valid: false,
		error: plain(
			'prompt_outputs_failed_validation',
			'Prompt outputs failed validation',
			details.join('\n'),
		),
		nodeErrors: cyclic && version === '0.3.64' ? {} : nodeErrors,
	};
}

/** An output whose own link leads nowhere is an exception that the server catches here. */
function validateOutput(output: string, context: ValidationContext): NodeReport {
	try {
		return validateNode(output, context);
	} catch (error) {
		if (!(error instanceof PythonError)) throw error;
		const report: NodeReport = {
			valid: false,
			errors: [
				{
					...problem('exception_during_validation', error.message),
					extra_info: {
						exception_type: error.exceptionType,
						traceback: ['  File "/srv/ComfyUI/execution.py", in validate_prompt\n'],
					},
				},
			],
		};
		context.reports.set(output, report);
		return report;
	}
}

function collect(
	output: string,
	reports: ReadonlyMap<string, NodeReport>,
	graph: Graph,
	into: Record<string, NodeErrors>,
): void {
	for (const [id, report] of reports) {
		if (report.errors.length === 0) continue;
		const entry = into[id];
		if (!entry) {
			const class_type = classOf(graph, id);
			into[id] = { errors: report.errors, dependent_outputs: [output], class_type };
		} else {
			// Every output that fails later is added, whether it needs this node or not.
			entry.dependent_outputs.push(output);
		}
	}
}

const classOf = (graph: Graph, id: string): string => graph[id]?.class_type ?? '';

export const plain = (type: string, message: string, details = ''): PromptError => ({
	type,
	message,
	details,
	extra_info: {},
});

function missingClass(
	id: string,
	node: GraphNode,
	classes: NodeClasses,
	version: StandinVersion,
): PromptError | undefined {
	const name = node.class_type as string | undefined;
	if (name !== undefined && classes[name]) return undefined;
	const details = `Node ID '#${id}'`;
	if (version === '0.3.64') {
		return plain(
			'invalid_prompt',
			name === undefined
				? 'Cannot execute because a node is missing the class_type property.'
				: `Cannot execute because node ${name} does not exist.`,
			details,
		);
	}
	return {
		type: 'missing_node_type',
		message:
			name === undefined
				? `Node 'ID #${id}' has no class_type. The workflow may be corrupted or a custom node is missing.`
				: `Node '${node._meta?.title ?? name}' not found. The custom node may not be installed.`,
		details,
		extra_info: {
			node_id: id,
			class_type: name ?? null,
			node_title: node._meta?.title ?? name ?? null,
		},
	};
}

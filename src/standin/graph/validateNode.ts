import type { StandinVersion } from '../options.ts';
import { coerceLiteral, pythonRepr } from './coerceLiteral.ts';
import type { Graph } from './graph.ts';
import { checkChoice, type InputIssue, problem } from './inputIssues.ts';
import { choicesOf, type InputSpec, type NodeClasses } from './nodeClasses.ts';

export interface NodeReport {
	valid: boolean;
	errors: InputIssue[];
}

export interface ValidationContext {
	readonly graph: Graph;
	readonly classes: NodeClasses;
	readonly version: StandinVersion;
	readonly imageExists: (name: string) => boolean;
	/** Each node is checked once. */
	readonly reports: Map<string, NodeReport>;
	/** Nodes between the output and this one, for cycles. */
	readonly path: readonly string[];
}

/**
 * Checks one node and everything it reads.
 * @throws {PythonError} For a link to a node or slot that does not exist; the reader of this node reports it.
 */
export function validateNode(id: string, context: ValidationContext): NodeReport {
	const known = context.reports.get(id);
	if (known) return known;
	const node = context.graph[id];
	if (!node) throw new PythonError('KeyError', pythonRepr(id));
	const nodeClass = context.classes[node.class_type];
	if (!nodeClass) throw new Error(`class ${node.class_type} was not checked before`);
	const report: NodeReport = { valid: true, errors: [] };
	const issue = (found: InputIssue): void => {
		report.errors.push(found);
		report.valid = false;
	};
	const required = nodeClass.input.required ?? {};
	for (const [name, spec] of Object.entries({ ...required, ...nodeClass.input.optional })) {
		if (!Object.hasOwn(node.inputs, name)) {
			// Dynamic choices are expanded by what is given; one that is absent fails only when the node runs.
			if (name in required && spec[0] !== 'COMFY_DYNAMICCOMBO_V3') {
				issue({ ...problem('required_input_missing', name), extra_info: { input_name: name } });
			}
			continue;
		}
		const value = node.inputs[name];
		if (Array.isArray(value)) {
			const broken = checkLink(id, name, spec, value, context);
			if (broken === 'below') report.valid = false;
			else if (broken) issue(broken);
			continue;
		}
		const outcome = coerceLiteral(name, value, spec);
		if (outcome.issue) issue(outcome.issue);
		else node.inputs[name] = outcome.value;
		const choices = choicesOf(spec);
		if (!outcome.issue && choices && !skipsChoices(node.class_type, spec, context.version)) {
			const outside = checkChoice(name, outcome.value, spec, choices);
			if (outside) issue(outside);
		}
	}
	if (report.valid && node.class_type === 'LoadImage') {
		const image = String(node.inputs.image);
		if (!context.imageExists(image)) {
			const details = `image - Invalid image file: ${image}`;
			issue({
				...problem('custom_validation_failed', details),
				extra_info: { input_name: 'image' },
			});
		}
	}
	// A cycle through this node was reported while its own links were followed.
	report.errors.push(...(context.reports.get(id)?.errors ?? []));
	context.reports.set(id, report);
	return report;
}

/** An exception of the recorded server that its own validation catches. */
export class PythonError extends Error {
	readonly exceptionType: string;
	constructor(exceptionType: string, message: string) {
		super(message);
		this.exceptionType = exceptionType;
	}
}

// LoadImage checks the file itself, so that a file uploaded a moment ago is fine; 0.3.64 checks no V3 choices
// (recordings/save_video_input_forms: a bad format runs into an error).
const skipsChoices = (classType: string, spec: InputSpec, version: StandinVersion): boolean =>
	classType === 'LoadImage' || (version === '0.3.64' && spec[0] === 'COMBO');

function checkLink(
	id: string,
	name: string,
	spec: InputSpec,
	value: readonly unknown[],
	context: ValidationContext,
): InputIssue | 'below' | undefined {
	const info = { input_name: name, input_config: spec };
	if (value.length !== 2) {
		return { ...problem('bad_linked_input', name), extra_info: { ...info, received_value: value } };
	}
	const [from, slot] = [String(value[0]), Number(value[1])];
	const source = context.graph[from];
	if (!source) throw new PythonError('KeyError', pythonRepr(value[0]));
	const type = context.classes[source.class_type]?.output[slot];
	if (type === undefined) throw new PythonError('IndexError', 'tuple index out of range');
	if (!linkFits(type, spec)) {
		const wanted = typeof spec[0] === 'string' ? spec[0] : pythonRepr(spec[0]);
		return {
			...problem(
				'return_type_mismatch',
				`${name}, received_type(${type}) mismatch input_type(${wanted})`,
			),
			extra_info: { ...info, received_type: type, linked_node: value },
		};
	}
	const path = [...context.path, id];
	const start = path.indexOf(from);
	if (start >= 0) {
		reportCycle(from, [...path.slice(start), from], context);
		return 'below';
	}
	try {
		return validateNode(from, { ...context, path }).valid ? undefined : 'below';
	} catch (error) {
		if (!(error instanceof PythonError)) throw error;
		context.reports.set(from, {
			valid: false,
			errors: [
				{
					...problem('exception_during_inner_validation', error.message),
					extra_info: {
						...info,
						exception_message: error.message,
						exception_type: error.exceptionType,
						traceback: ['  File "/srv/ComfyUI/execution.py", in validate_inputs\n'],
						linked_node: value,
					},
				},
			],
		});
		return 'below';
	}
}

function reportCycle(id: string, cycle: readonly string[], context: ValidationContext): void {
	const named = cycle.map((n) => `${n} (${context.graph[n]?.class_type})`).join(' -> ');
	context.reports.set(id, {
		valid: false,
		errors: [
			{
				...problem('dependency_cycle', named),
				extra_info: { node_id: id, cycle_nodes: cycle.slice(0, -1) },
			},
		],
	});
}

function linkFits(type: string, spec: InputSpec): boolean {
	if (type === '*' || spec[0] === '*') return true;
	if (typeof spec[0] !== 'string') return type === 'STRING' || type === 'COMBO';
	return spec[0].split(',').includes(type) || (spec[0] === 'FLOAT' && type === 'INT');
}

import {
	type Binding,
	type BindingField,
	bindingFields,
	isSamePlace,
	type Place,
} from '#comfy/binding/binding.ts';
import type { BoundWorkflow } from '#comfy/binding/boundWorkflow.ts';
import { type Graph, nodeTitle } from '#comfy/workflow/graph.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { CliMessages } from '#text/cliMessages.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';

/**
 * A binding with what `--bind` says instead: `FIELD=NODE.INPUT`, `FIELD=` for nowhere, `output=NODE`. A field that is named
 * several times goes to all these places. NODE is an id, or a title or class that only one node has.
 */
export function applyBinds<T extends BoundWorkflow>(
	workflow: T,
	binds: readonly string[],
	{ workflow: text }: CliMessages,
): Result<T, Failure> {
	const { graph } = workflow;
	const changed = new Map<BindingField, readonly Place[]>();
	let { output } = workflow.binding;
	for (const bind of binds) {
		const [, field = '', place = ''] = /^([^=]*)=(.*)$/s.exec(bind) ?? [];
		if (field === 'output') {
			const node = place === '' ? undefined : findNode(graph, place);
			if (place !== '' && node === undefined) return wrong(text.noNode(place));
			output = node;
			continue;
		}
		if (!isField(field)) return wrong(text.noField(bind, ['output', ...bindingFields].join(', ')));
		const before = changed.get(field) ?? [];
		if (place === '') {
			changed.set(field, before);
			continue;
		}
		const found = findPlace(graph, place);
		if (!found) return wrong(text.noPlace(place, inputsOf(graph, place).join(', ')));
		if (!before.some((other) => isSamePlace(other, found))) changed.set(field, [...before, found]);
	}
	const places = { ...workflow.binding.places, ...Object.fromEntries(changed) };
	const binding: Binding = { places, output };
	return ok({ ...workflow, binding });
}

const isField = (text: string): text is BindingField =>
	(bindingFields as readonly string[]).includes(text);

/** Names of inputs hold dots, as `format.codec`, and titles may: the longest node that is one counts. */
function findPlace(graph: Graph, text: string): Place | undefined {
	const parts = text.split('.');
	for (let at = parts.length - 1; at > 0; at--) {
		const node = findNode(graph, parts.slice(0, at).join('.'));
		const input = parts.slice(at).join('.');
		if (node !== undefined && Object.hasOwn(graph[node]?.inputs ?? {}, input))
			return { node, input };
	}
	return undefined;
}

/** Inputs of the node that is meant, for a message. */
function inputsOf(graph: Graph, text: string): readonly string[] {
	const parts = text.split('.');
	for (let at = parts.length; at > 0; at--) {
		const node = findNode(graph, parts.slice(0, at).join('.'));
		if (node !== undefined)
			return Object.keys(graph[node]?.inputs ?? {}).map((input) => `${node}.${input}`);
	}
	return Object.keys(graph).slice(0, 40);
}

function findNode(graph: Graph, name: string): string | undefined {
	if (Object.hasOwn(graph, name)) return name;
	const named = Object.keys(graph).filter(
		(id) => nodeTitle(graph, id) === name || graph[id]?.class_type === name,
	);
	return named.length === 1 ? named[0] : undefined;
}

const wrong = (message: string): Result<never, Failure> =>
	fail({ exitCode: exitCodes.usage, kind: 'usage', message });

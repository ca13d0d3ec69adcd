import { pythonRepr } from './coerceLiteral.ts';
import type { InputSpec } from './nodeClasses.ts';

/** One thing wrong with an input, as /prompt reports it. */
export interface InputIssue {
	readonly type: string;
	readonly message: string;
	readonly details: string;
	readonly extra_info: Readonly<Record<string, unknown>>;
}

/** Whether a value is one of the choices; long lists are told by their length only. */
export function checkChoice(
	name: string,
	value: unknown,
	spec: InputSpec,
	choices: readonly string[],
): InputIssue | undefined {
	if (choices.includes(String(value))) return undefined;
	const long = choices.length > 20;
	const list = long ? `(list of length ${choices.length})` : pythonRepr(choices);
	return {
		...problem('value_not_in_list', `${name}: '${value}' not in ${list}`),
		extra_info: {
			input_name: name,
			input_config: long ? null : spec.length > 1 ? spec : [...spec, {}],
			received_value: value,
		},
	};
}

const messages: Readonly<Record<string, string>> = {
	required_input_missing: 'Required input is missing',
	bad_linked_input: 'Bad linked input, must be a length-2 list of [node_id, slot_index]',
	return_type_mismatch: 'Return type mismatch between linked nodes',
	exception_during_validation: 'Exception when validating node',
	exception_during_inner_validation: 'Exception when validating inner node',
	dependency_cycle: 'Dependency cycle detected',
	value_not_in_list: 'Value not in list',
	custom_validation_failed: 'Custom validation failed for node',
};

/** An issue without its extra_info. */
export const problem = (type: string, details: string) => ({
	type,
	message: messages[type] ?? type,
	details,
});

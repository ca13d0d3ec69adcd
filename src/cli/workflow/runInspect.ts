import { bindingFields, type Place } from '#comfy/binding/binding.ts';
import { bindingChoices } from '#comfy/binding/bindingChoices.ts';
import { foreignClasses } from '#comfy/binding/foreignClasses.ts';
import { stringifyLosslessJson } from '#comfy/conversion/json/stringifyLosslessJson.ts';
import { nodeTitle } from '#comfy/workflow/graph.ts';
import { ok, type Result } from '#core/result.ts';
import { chooseServers } from '../server/chooseServers.ts';
import { openClient } from '../server/openServers.ts';
import { type Shell, withShell } from '../shell/createShell.ts';
import { type Failure, failureEnding } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { checkTarget, writeWhole } from '../shell/writeWhole.ts';
import { type OpenedWorkflow, openWorkflow } from './openWorkflow.ts';
import { printable } from './printable.ts';
import type { BindFlags, InspectFlags } from './workflowCommand.ts';

/** Shows where a shot would go in a workflow, and where else each part of it could. */
export const runInspect = (file: string, flags: InspectFlags): Promise<void> =>
	withShell(flags, async (shell) => {
		const opened = await open(file, flags, shell);
		if (!opened.ok) return failureEnding(opened.error, shell.text.error);
		const { graph, info, binding, name, unknown } = opened.value;
		const shown = (place: Place): string =>
			`${place.node}.${place.input} (${nodeTitle(graph, place.node)}) = ${shortly(graph[place.node]?.inputs[place.input])}`;
		const fields = bindingFields.map((field) => ({
			field,
			places: binding.places[field],
			choices: bindingChoices(graph, info, field, binding),
		}));
		const lines = fields.flatMap(({ field, places, choices }) => {
			const others = choices.filter(
				(one) => !places.some(({ node, input }) => node === one.node && input === one.input),
			);
			const named = others.slice(0, mostChoices).map(({ node, input }) => `${node}.${input}`);
			const more = others.length > mostChoices ? ', ...' : '';
			return [
				`${field.padEnd(12)}${places.map(shown).join('; ') || '-'}`,
				...(places.length === 0 && named.length > 0
					? [`${' '.repeat(12)}${shell.text.workflow.couldBe} ${named.join(', ')}${more}`]
					: []),
			];
		});
		const output =
			binding.output === undefined
				? '-'
				: `${binding.output} (${nodeTitle(graph, binding.output)})`;
		const foreign = foreignClasses(graph);
		return {
			exitCode: exitCodes.ok,
			document: {
				name,
				nodes: Object.keys(graph).length,
				binding: { places: binding.places, output: binding.output ?? null },
				choices: Object.fromEntries(fields.map(({ field, choices }) => [field, choices])),
				foreign,
				unknown,
			},
			text: [
				shell.text.workflow.nodes(name, Object.keys(graph).length),
				...lines,
				`${'output'.padEnd(12)}${output}`,
				...(foreign.length > 0 ? [shell.text.workflow.foreign(foreign.join(', '))] : []),
				...unknown.map((one) => shell.app.workflow.unknownClass(one)),
			]
				.map((line) => `${printable(line)}\n`)
				.join(''),
		};
	});

/** Writes a workflow together with where a shot goes in it, for `--workflow` and for `workflow` in a plan. */
export const runBind = (file: string, flags: BindFlags): Promise<void> =>
	withShell(flags, async (shell) => {
		const { text } = shell;
		const blocked = flags.output === undefined ? undefined : await checkTarget(flags.output, text);
		if (blocked) return failureEnding(blocked, text.error);
		const opened = await open(file, flags, shell);
		if (!opened.ok) return failureEnding(opened.error, text.error);
		const { name, graph, binding } = opened.value;
		const document = { name, graph, binding };
		if (binding.places.tracks.length === 0)
			shell.warn(`${text.warning}: ${text.workflow.noPlaceForTracks}`);
		const content = `${stringifyLosslessJson(document, '\t')}\n`;
		if (flags.output === undefined) return { exitCode: exitCodes.ok, document, text: content };
		const written = await writeWhole(flags.output, content, text);
		if (!written.ok) return failureEnding(written.error, text.error);
		const bound = bindingFields.filter((field) => binding.places[field].length > 0);
		shell.say(text.files.wrote(flags.output, bound.join(', ')));
		return { exitCode: exitCodes.ok, document: { output: flags.output, ...document }, text: '' };
	});

const mostChoices = 8;

/** A server is asked only where one is named: most files need none. */
async function open(
	file: string,
	flags: InspectFlags,
	shell: Shell,
): Promise<Result<OpenedWorkflow, Failure>> {
	const servers = flags.comfyui ? chooseServers(flags, process.env, false) : ok([]);
	if (!servers.ok) return servers;
	const [first] = servers.value;
	return openWorkflow(file, flags.bind ?? [], first && openClient(first), shell);
}

function shortly(value: unknown): string {
	const text = Array.isArray(value) ? `<- ${String(value[0])}` : stringifyLosslessJson(value);
	return text.length > 48 ? `${text.slice(0, 45)}...` : text;
}

import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { compareVersions } from '#comfy/preflight/compareVersions.ts';
import {
	oldestTestedVersion,
	type PreflightProblem,
	preflight,
	stopsRun,
} from '#comfy/preflight/preflight.ts';
import type { SystemStats } from '#comfy/protocol/responses.ts';
import { bindShot } from '#comfy/workflow/bindShot.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import { modelRoleNames, modelRoles } from '#comfy/workflow/modelRoles.ts';
import { defaultFrame, defaultShot } from '#core/document/document.ts';
import { describeEngineError } from '../result/describeOutcome.ts';
import type { ChosenServer } from '../server/chooseServers.ts';
import { chosenModels, type ModelFlags, type Template } from '../server/loadTemplate.ts';
import { openClient } from '../server/openServers.ts';
import type { Shell } from '../shell/createShell.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import type { Check } from './check.ts';

/** Memory under which the 480p model with offloading is slow or fails. */
const smallGpu = 11 * 2 ** 30;
const answerMs = 15_000;

/** Whether a server answers and has all that our own workflow needs. */
export async function checkServer(
	chosen: ChosenServer,
	template: Template,
	flags: ModelFlags & { readonly origin?: string },
	shell: Shell,
): Promise<readonly Check[]> {
	const client = openClient(chosen);
	const server = chosen.baseUrl;
	const stats = await client
		.systemStats({ signal: AbortSignal.timeout(answerMs) })
		.catch(() => undefined);
	if (!stats?.ok) {
		const error =
			stats?.ok === false ? stats.error : ({ kind: 'unreachable', url: server } as const);
		const { message, exitCode } = describeEngineError(error, shell);
		const { startIt } = shell.text.doctor;
		return [{ kind: 'server', state: 'error', server, found: message, remedy: startIt, exitCode }];
	}
	return [
		{ kind: 'server', state: 'ok', server, found: shell.text.doctor.answers },
		versionCheck(stats.value, server, shell),
		...memoryCheck(stats.value, server, shell),
		...(await graphChecks(client, template, flags, shell)),
		...(flags.origin === undefined ? [] : [await originCheck(server, flags.origin, shell)]),
	];
}

function versionCheck(
	{ system }: SystemStats,
	server: string,
	{ text: { doctor: text } }: Shell,
): Check {
	const version = system.comfyui_version;
	if (version === undefined)
		return { kind: 'version', state: 'warning', server, found: text.versionUnknown };
	const isOld = (compareVersions(version, oldestTestedVersion) ?? 0) < 0;
	return {
		kind: 'version',
		state: isOld ? 'warning' : 'ok',
		server,
		found: text.version(version),
		...(isOld ? { remedy: text.updateComfy(oldestTestedVersion) } : {}),
	};
}

function memoryCheck(
	{ devices = [] }: SystemStats,
	server: string,
	{ text: { doctor: text } }: Shell,
): readonly Check[] {
	return devices.flatMap(({ name = '', type, vram_total: total, vram_free: free }) => {
		if (type === 'cpu' || typeof total !== 'number') return [];
		const found = text.gpu(name, total / 2 ** 30, (free ?? 0) / 2 ** 30);
		return [
			total < smallGpu
				? { kind: 'memory', state: 'warning' as const, server, found, remedy: text.smallGpu }
				: { kind: 'memory', state: 'ok' as const, server, found },
		];
	});
}

/** Holds our own graph, as an empty shot would send it, against what the server has. */
async function graphChecks(
	client: ComfyClient,
	template: Template,
	flags: ModelFlags,
	shell: Shell,
): Promise<readonly Check[]> {
	const { doctor: text } = shell.text;
	const server = client.baseUrl;
	const models = chosenModels(template.models, flags);
	const bound = bindShot(template.graph, {
		...defaultShot,
		...defaultFrame,
		image: '',
		tracks: '[]',
		models,
		loras: [],
	});
	const graph: Graph = bound.ok ? bound.value.graph : template.graph;
	const classes = [...new Set(Object.values(graph).map(({ class_type }) => class_type))];
	const info = await client.objectInfo(classes, { signal: AbortSignal.timeout(answerMs) });
	if (!info.ok) {
		const { message, exitCode } = describeEngineError(info.error, shell);
		return [{ kind: 'nodes', state: 'error', server, found: message, exitCode }];
	}
	const problems = preflight(graph, { info: info.value }).filter(
		// The start image is uploaded with each run.
		(problem) =>
			stopsRun(problem) && !(problem.kind === 'invalidValue' && problem.input === 'image'),
	);
	const nodes = problems.filter(({ kind }) => kind === 'missingNodes');
	const files = problems.filter(({ kind }) => kind === 'missingModel');
	const others = problems.filter((problem) => !nodes.includes(problem) && !files.includes(problem));
	const wrong = (kind: string, problem: PreflightProblem): Check => ({
		kind,
		state: 'error',
		server,
		...wordsOf(problem, shell),
		exitCode: exitCodes.refused,
	});
	return [
		...(nodes.length > 0
			? nodes.map((problem) => wrong('nodes', problem))
			: [{ kind: 'nodes', state: 'ok' as const, server, found: text.nodes(classes.length) }]),
		...(files.length > 0 || nodes.length > 0
			? files.map((problem) => wrong('models', problem))
			: [
					{
						kind: 'models',
						state: 'ok' as const,
						server,
						found: text.models(modelRoleNames.map((role) => models[role]).join(', ')),
					},
				]),
		...others.map((problem) => wrong('values', problem)),
	];
}

function wordsOf(
	problem: PreflightProblem,
	{ text: { doctor: text } }: Shell,
): Pick<Check, 'found' | 'remedy'> {
	switch (problem.kind) {
		case 'missingNodes':
			return {
				found: text.missingNodes(problem.classes.join(', ')),
				remedy: text.updateComfy(oldestTestedVersion),
			};
		case 'missingModel':
			return {
				found: text.missingModel(problem.file),
				remedy: text.putModel(
					problem.file,
					`models/${modelRoles[problem.role].folder}`,
					problem.candidate,
				),
			};
		case 'invalidValue':
			return { found: text.refusesValue(problem.input, String(problem.value)) };
		default:
			return { found: problem.kind };
	}
}

/** A request as a page of that origin would send it. */
async function originCheck(
	server: string,
	origin: string,
	{ text: { doctor: text } }: Shell,
): Promise<Check> {
	try {
		const { status, headers } = await fetch(`${server}/system_stats`, {
			headers: { origin, 'sec-fetch-site': 'cross-site' },
			signal: AbortSignal.timeout(answerMs),
		});
		const allowed = headers.get('access-control-allow-origin');
		const passes = status < 400 && (allowed === '*' || allowed === origin);
		return {
			kind: 'origin',
			state: passes ? 'ok' : 'warning',
			server,
			found: passes ? text.originPasses(origin) : text.originRefused(origin),
			...(passes ? {} : { remedy: text.allowOrigin(origin, server) }),
		};
	} catch (error) {
		return { kind: 'origin', state: 'warning', server, found: text.originUnknown(String(error)) };
	}
}

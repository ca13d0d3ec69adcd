import { randomInt } from 'node:crypto';
import { fail, ok, type Result } from '#core/result.ts';
import { createRunLog } from '#jobs/runLog/createRunLog.ts';
import { missingMedia } from '#media/node/missingMedia.ts';
import { type Journal, openJournal } from '../batch/openJournal.ts';
import { draftText } from '../draft/draftText.ts';
import { openDraftEngine } from '../draft/openDraftEngine.ts';
import { logPrinter } from '../log/logOptions.ts';
import { checkFrames } from '../result/writeFrames.ts';
import { checkResult } from '../result/writeResult.ts';
import { type ChosenServer, chooseServers } from '../server/chooseServers.ts';
import { loadTemplate, type Template } from '../server/loadTemplate.ts';
import { type OpenServer, openClient, openServer } from '../server/openServers.ts';
import { type Shell, withShell } from '../shell/createShell.ts';
import { type Ending, type Failure, failureEnding } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { describeNote } from '../shot/describeFinding.ts';
import { type PreparedShot, prepareShot } from '../shot/prepareShot.ts';
import { given, shotOf } from '../shot/shotFlags.ts';
import { type OpenedWorkflow, openWorkflow } from '../workflow/openWorkflow.ts';
import type { GenerateFlags, GenerateProduct } from './generateCommand.ts';
import { type GenerateTarget, generateVideos } from './generateVideos.ts';
import { stopOnSignals } from './stopOnSignals.ts';

/** Reads, checks, sends, waits, writes: everything that can be wrong here is said before a GPU is asked. */
export const runGenerate = (flags: GenerateFlags, product: GenerateProduct): Promise<void> =>
	withShell(flags, async (shell) => {
		const { text } = shell;
		const cancel = new AbortController();
		const sent: string[] = [];
		const restore = stopOnSignals(cancel, {
			onFirst: () => shell.warn(sent.length > 0 ? text.generate.stopping : text.interrupted),
			onSecond: () => {
				shell.progress.end();
				shell.warn(sent.length > 0 ? text.generate.leftRun(sent.join(', ')) : text.generate.left);
			},
		});
		try {
			const done = await generate(flags, product, { cancel: cancel.signal, sent }, shell);
			return done.ok ? done.value : failureEnding(done.error, text.error);
		} finally {
			restore();
		}
	});

interface Running {
	readonly cancel: AbortSignal;
	/** Ids of the runs on servers, for the last words. */
	readonly sent: string[];
}

async function generate(
	flags: GenerateFlags,
	product: GenerateProduct,
	running: Running,
	shell: Shell,
): Promise<Result<Ending, Failure>> {
	const { text } = shell;
	const isDraft = flags.engine === 'draft';
	const wrong = usageOf(flags, shell);
	if (wrong) return fail(wrong);
	const chosen = isDraft ? ok([]) : chooseServers(flags, process.env, false);
	if (!chosen.ok) return chosen;
	const blocked = await checkPlaces(flags, shell);
	if (blocked) return fail(blocked);
	const template = await loadTemplate(product.workflowFile);
	const workflow = await workflowOf(flags, chosen.value, shell);
	if (!workflow.ok) return workflow;
	const { image, tracks, width, height, length, fps } = flags;
	const prepared = await prepareShot(
		{
			tracks,
			...given({ image, width, height, length, fps }),
			shot: shotOf(flags),
			models: flags,
			workflow: workflow.value,
		},
		template,
		shell,
	);
	if (!prepared.ok) return prepared;
	const shot = prepared.value;
	for (const line of shot.lines) shell.say(line);
	for (const note of shot.notes) shell.say(`${text.note}: ${describeNote(note, shell).message}`);
	const servers = isDraft
		? await draftServer()
		: ok(comfyServers(chosen.value, template, shot, flags, shell));
	if (!servers.ok) return servers;
	const journal = isDraft
		? ok(undefined)
		: await openJournal(journalOf(flags), flags.resume !== true, text);
	if (!journal.ok) return journal;
	for (const { remote } of journal.value?.forgotten.values() ?? [])
		if (remote) shell.warn(`${text.warning}: ${text.generate.leftBehind(remote.promptId)}`);
	const seeds = seedsOf(flags, shot, journal.value, shell);
	const targets = seeds.map(
		(seed): GenerateTarget => ({
			seed,
			key: `${shot.key}:${seed}`,
			output: outputOf(flags.output, seed, seeds.length > 1),
			frames:
				flags.frames === undefined ? undefined : outputOf(flags.frames, seed, seeds.length > 1),
		}),
	);
	announce(shot, seeds, chosen.value, shell);
	return ok(
		await generateVideos(shot, targets, servers.value, journal.value, flags, running, shell),
	);
}

function announce(
	shot: PreparedShot,
	seeds: readonly number[],
	servers: readonly ChosenServer[],
	shell: Shell,
): void {
	const { text } = shell;
	const { frame } = shot.document;
	const what = [
		text.shot.frame(frame.width, frame.height, frame.length),
		text.shot.tracks(shot.samples.length),
	].join(', ');
	const seed = seeds.join(', ');
	const where = servers.map(({ baseUrl }) => baseUrl).join(', ');
	shell.say(
		servers.length === 0
			? draftText(shell).draftOf(what, seeds[0] ?? 0)
			: text.generate.start(where, what, seed),
	);
}

function usageOf(flags: GenerateFlags, { text }: Shell): Failure | undefined {
	const usage = (message: string): Failure => ({
		exitCode: exitCodes.usage,
		kind: 'usage',
		message,
	});
	if (flags.seed !== undefined && flags.seeds) return usage(text.generate.seedOrSeeds);
	if (flags.bind && flags.workflow === undefined) return usage(text.workflow.bindNeedsWorkflow);
	if (flags.engine === 'draft' && (flags.workflow !== undefined || flags.resume || flags.seeds))
		return usage(text.generate.notWithDraft);
	return undefined;
}

/** Everything that will be written can be. */
async function checkPlaces(flags: GenerateFlags, { text }: Shell): Promise<Failure | undefined> {
	const seeds = flags.seeds ?? [flags.seed ?? 0];
	for (const seed of seeds) {
		const isOne = seeds.length === 1;
		const blocked =
			(await checkResult(outputOf(flags.output, seed, !isOne), text)) ??
			(flags.frames === undefined
				? undefined
				: await checkFrames(outputOf(flags.frames, seed, !isOne), text));
		if (blocked) return blocked;
	}
	if (flags.frames === undefined && !flags.metrics) return undefined;
	const missing = await missingMedia('video');
	return missing === undefined
		? undefined
		: { exitCode: exitCodes.failed, kind: 'missingPackage', message: missing };
}

/** `{seed}` in a name stands for it; names without it get it before their ending when there are several. */
export function outputOf(path: string, seed: number, isMany: boolean): string {
	if (path.includes('{seed}')) return path.replaceAll('{seed}', String(seed));
	return isMany ? path.replace(/(\.[a-z0-9]+)?$/i, `-${seed}$1`) : path;
}

/** One for all seeds of a command. */
const journalOf = ({ output }: GenerateFlags): string =>
	`${output.replaceAll('{seed}', 'seeds')}.journal`;

/** With `--resume` the seeds of the runs that were left, unless others are named. */
function seedsOf(
	{ seed, seeds, resume }: GenerateFlags,
	shot: PreparedShot,
	journal: Journal | undefined,
	{ text, say }: Shell,
): readonly number[] {
	const named = seeds ?? (seed === undefined ? undefined : [seed]);
	if (!resume || !journal) return named ?? [randomInt(2 ** 32)];
	const left = [...journal.memory].flatMap(([key, memory]) =>
		key.startsWith(`${shot.key}:`) && memory.remote && memory.seed !== undefined
			? [memory.seed]
			: [],
	);
	const picked = named ? named.filter((one) => left.includes(one)) : left;
	if (picked.length === 0) say(`${text.note}: ${text.generate.nothingToResume}`);
	return named ?? (left.length > 0 ? left : [randomInt(2 ** 32)]);
}

async function workflowOf(
	{ workflow, bind = [] }: GenerateFlags,
	servers: readonly ChosenServer[],
	shell: Shell,
): Promise<Result<OpenedWorkflow | undefined, Failure>> {
	if (workflow === undefined) return ok(undefined);
	const [first] = servers;
	const opened = await openWorkflow(workflow, bind, first && openClient(first), shell);
	if (!opened.ok || opened.value.binding.places.tracks.length > 0) return opened;
	return fail({
		exitCode: exitCodes.invalid,
		kind: 'noPlaceForTracks',
		message: shell.text.files.inFile(workflow, shell.text.workflow.noPlaceForTracks),
		facts: { file: workflow },
	});
}

/** The app's own engine on each server, its log on stderr. */
function comfyServers(
	chosen: readonly ChosenServer[],
	template: Template,
	{ means }: PreparedShot,
	flags: GenerateFlags,
	shell: Shell,
): readonly OpenServer[] {
	const log = createRunLog();
	log.subscribe(logPrinter(flags, shell.warn));
	return chosen.map((server) => openServer(server, template.graph, () => means, log));
}

/** A draft is drawn here: one engine, nothing to ask. */
async function draftServer(): Promise<
	Result<readonly Pick<OpenServer, 'id' | 'engine'>[], Failure>
> {
	const engine = await openDraftEngine();
	return engine.ok ? ok([{ id: 'draft', engine: engine.value }]) : engine;
}

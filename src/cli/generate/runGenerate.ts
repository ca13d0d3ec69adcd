import { randomBytes, randomInt } from 'node:crypto';
import { extname } from 'node:path';
import type { Shot } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import { hasErrors, lintDocument } from '#core/lint/lintDocument.ts';
import { ok } from '#core/result.ts';
import { createComfyEngine } from '#jobs/comfyEngine.ts';
import type { Engine, JobInput } from '#jobs/engine.ts';
import { createRunLog } from '#jobs/runLog/createRunLog.ts';
import { loggedEngine } from '#jobs/runLog/loggedEngine.ts';
import { probeVideo } from '#media/node/probeVideo.ts';
import { renderStartFrame } from '#media/node/renderStartFrame.ts';
import { draftText } from '../draft/draftText.ts';
import { openDraftEngine } from '../draft/openDraftEngine.ts';
import { logPrinter } from '../log/logOptions.ts';
import { nodePlatform } from '../platform/nodePlatform.ts';
import { type Shell, withShell } from '../shell/createShell.ts';
import { type Ending, type Failure, failureEnding } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { checkTarget, writeWhole } from '../shell/writeWhole.ts';
import { type ComposedShot, composeShot, type ShotSource } from '../shot/composeShot.ts';
import { describeFinding, describeNote, findingLine } from '../shot/describeFinding.ts';
import { type ChosenServer, chooseServer } from './chooseServer.ts';
import { describeOutcome } from './describeOutcome.ts';
import { followEvents } from './followEvents.ts';
import type { GenerateFlags, GenerateProduct } from './generateCommand.ts';
import { loadWorkflow } from './loadWorkflow.ts';
import { stopOnSignals } from './stopOnSignals.ts';

/** Reads, checks, sends, waits, writes: everything that can be wrong here is said before a GPU is asked. */
export const runGenerate = (flags: GenerateFlags, product: GenerateProduct): Promise<void> =>
	withShell(flags, async (shell) => {
		const { text } = shell;
		const ended = (failure: Failure): Ending => failureEnding(failure, text.error);
		const isDraft = flags.engine === 'draft';
		const server = isDraft ? ok(noServer) : chooseServer(flags, process.env);
		if (!server.ok) return ended(server.error);
		const blocked = await checkTarget(flags.output, text);
		if (blocked) return ended(blocked);
		const cancel = new AbortController();
		const events = followEvents(shell, cancel.signal);
		const restore = stopOnSignals(cancel, {
			onFirst: () => shell.warn(events.promptId() ? text.generate.stopping : text.interrupted),
			onSecond: () => {
				shell.progress.end();
				const promptId = events.promptId();
				shell.warn(promptId ? text.generate.leftRun(promptId) : text.generate.left);
			},
		});
		try {
			const composed = await composeShot({ ...sourceOf(flags), shot: shotOf(flags) }, shell);
			if (!composed.ok) return ended(composed.error);
			const findings = checkFindings(composed.value, shell);
			if (findings) return ended(findings);
			const engine = isDraft
				? await openDraftEngine()
				: ok(await openEngine(server.value, flags, product, shell));
			if (!engine.ok) return ended(engine.error);
			return await generate(
				composed.value,
				{ engine: engine.value, server: server.value, cancel, events },
				flags,
				shell,
			);
		} finally {
			restore();
		}
	});

/** A draft is drawn here. */
const noServer: ChosenServer = { baseUrl: 'draft' };

interface Means {
	readonly engine: Engine;
	readonly server: ChosenServer;
	readonly cancel: AbortController;
	readonly events: ReturnType<typeof followEvents>;
}

async function generate(
	shot: ComposedShot,
	{ engine, server, cancel, events }: Means,
	flags: GenerateFlags,
	shell: Shell,
): Promise<Ending> {
	const { text } = shell;
	const seed = flags.seed ?? randomInt(2 ** 32);
	const { frame } = shot.document;
	const notes = shot.notes.map((note) => describeNote(note, shell));
	for (const note of notes) shell.say(`${text.note}: ${note.message}`);
	const what = [
		text.shot.frame(frame.width, frame.height, frame.length),
		text.shot.tracks(shot.samples.length),
	].join(', ');
	shell.say(
		server === noServer
			? draftText(shell).draftOf(what, seed)
			: text.generate.start(server.baseUrl, what, seed),
	);

	const startedAt = Date.now();
	const outcome = await engine.run(jobInputOf(shot, seed), {
		jobId: createUuid((count) => randomBytes(count)),
		cancel: cancel.signal,
		detach: new AbortController().signal,
		emit: events.onEvent,
		...(flags.front ? { first: AbortSignal.abort() } : {}),
	});
	shell.progress.end();
	const facts = {
		engine: engine.id,
		...(server === noServer ? {} : { server: server.baseUrl }),
		promptId: events.promptId(),
		seed,
		frame: { width: frame.width, height: frame.height, length: frame.length, fps: frame.fps },
		tracks: shot.samples.length,
		notes,
		durationMs: Date.now() - startedAt,
	};
	const failed = (failure: Failure): Ending => {
		const ending = failureEnding(failure, text.error);
		return { ...ending, document: { ...facts, ...ending.document } };
	};
	if (outcome.state !== 'done') return failed(describeOutcome(outcome, shell));
	const { bytes, ...video } = outcome.video;
	if (extname(flags.output).toLowerCase() !== `.${video.extension}`)
		shell.warn(`${text.warning}: ${text.generate.otherKind(flags.output, video.extension)}`);
	if (video.frameCount < frame.length)
		shell.warn(`${text.warning}: ${text.generate.fewerFrames(video.frameCount, frame.length)}`);
	if (outcome.fromCache) shell.say(`${text.note}: ${text.generate.cached}`);
	const written = await writeWhole(flags.output, bytes, text);
	if (!written.ok) return failed(written.error);
	const size = text.generate.video(video.frameCount, video.fps, video.width, video.height);
	shell.say(text.files.wrote(flags.output, size));
	return {
		exitCode: exitCodes.ok,
		document: {
			output: flags.output,
			video: { ...video, byteLength: bytes.byteLength },
			fromCache: outcome.fromCache,
			shot: { ...shot.document.shot, seed },
			...facts,
		},
		text: '',
	};
}

/** The app's own engine, on Node's platform, with its log on stderr. */
async function openEngine(
	server: ChosenServer,
	flags: GenerateFlags,
	product: GenerateProduct,
	shell: Shell,
): Promise<Engine> {
	const { template, models } = await loadWorkflow(product.workflowFile, flags);
	const log = createRunLog();
	log.subscribe(logPrinter(flags, shell.warn));
	return loggedEngine({
		log,
		platform: nodePlatform(server.credentials),
		create: (platform) =>
			createComfyEngine({
				platform,
				server: () => ({ id: server.baseUrl, baseUrl: server.baseUrl }),
				template,
				models: () => models,
				probe: probeVideo,
			}),
	});
}

function jobInputOf(shot: ComposedShot, seed: number): JobInput {
	const { document, image, samples, tracksJson } = shot;
	const { width, height } = document.frame;
	return {
		document,
		seed,
		samples,
		tracksJson,
		startFrame: () => {
			const { rect } = createFrameMapping(image, document.frame);
			return renderStartFrame(image.bytes, rect, width, height);
		},
	};
}

/** The same errors that block Generate in the app. */
function checkFindings({ document }: ComposedShot, shell: Shell): Failure | undefined {
	const found = lintDocument(document);
	const described = found.map((finding) => describeFinding(finding, document, shell));
	const lines = described.map((finding) => findingLine(finding, shell));
	if (!hasErrors(found)) {
		for (const line of lines) shell.say(line);
		return undefined;
	}
	return {
		exitCode: exitCodes.invalid,
		kind: 'findings',
		message: [shell.text.shot.findingsStop, ...lines.map((line) => `  ${line}`)].join('\n'),
		facts: { findings: described },
	};
}

/** Where the shot comes from, and its frame. */
function sourceOf(flags: GenerateFlags): ShotSource {
	const { image, tracks, width, height, length, fps } = flags;
	return { tracks, ...given({ image, width, height, length, fps }) };
}

/** What the command line says of the shot. */
function shotOf(flags: GenerateFlags): Partial<Shot> {
	const { prompt, negative, seed, steps, cfg, sampler, scheduler, shift, temperature, topk } =
		flags;
	return given({
		...{ prompt, negative, seed, steps, cfg, sampler, scheduler, shift, temperature, topk },
	});
}

/** An object without the keys that have no value. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	const entries = Object.entries(values).filter(([, value]) => value !== undefined);
	return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

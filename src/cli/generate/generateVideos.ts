import type { JournalEnd } from '#jobs/batch/batchJournal.ts';
import { runBatch } from '#jobs/batch/runBatch.ts';
import { isWorthLooking } from '#jobs/batch/serverFault.ts';
import type { EngineOutcome } from '#jobs/engine.ts';
import type { Journal } from '../batch/openJournal.ts';
import { nodePlatform } from '../platform/nodePlatform.ts';
import { describeOutcome } from '../result/describeOutcome.ts';
import { type Follower, followEvents } from '../result/followEvents.ts';
import { writeFrames } from '../result/writeFrames.ts';
import {
	factsOfVideo,
	measureResult,
	type ResultFacts,
	sidecarOf,
	timingsOf,
	writeSidecar,
	writeVideo,
} from '../result/writeResult.ts';
import { batchServer, byLoad, type OpenServer } from '../server/openServers.ts';
import type { Shell } from '../shell/createShell.ts';
import { type Ending, type Failure, failureEnding } from '../shell/ending.ts';
import { type ExitCode, exitCodes } from '../shell/exitCodes.ts';
import { describeNote } from '../shot/describeFinding.ts';
import { jobInputOf, type PreparedShot } from '../shot/prepareShot.ts';
import type { GenerateFlags } from './generateCommand.ts';

/** One video to make. */
export interface GenerateTarget {
	readonly seed: number;
	/** In the journal. */
	readonly key: string;
	readonly output: string;
	/** Folder for its frames. */
	readonly frames: string | undefined;
}

type Server = Pick<OpenServer, 'id' | 'engine'> & Partial<OpenServer>;

/** Makes the videos of one shot and writes them; the journal knows of each run before it exists. */
export async function generateVideos(
	shot: PreparedShot,
	targets: readonly GenerateTarget[],
	servers: readonly Server[],
	journal: Journal | undefined,
	flags: GenerateFlags,
	{ cancel, sent }: { readonly cancel: AbortSignal; readonly sent: string[] },
	shell: Shell,
): Promise<Ending> {
	const startedAt = Date.now();
	const shares = targets.map(() => 0);
	const followers = new Map<string, Follower>(
		targets.map(({ key, seed }, n) => [
			key,
			followEvents(
				shell,
				cancel,
				targets.length === 1
					? { promptId: journal?.memory.get(key)?.remote?.promptId }
					: {
							promptId: journal?.memory.get(key)?.remote?.promptId,
							title: shell.text.generate.seed(seed),
							show(share, label) {
								shares[n] = share;
								const all = shares.reduce((sum, one) => sum + one, 0) / shares.length;
								shell.progress.show(all, `${shell.text.generate.seed(seed)}: ${label}`);
							},
						},
			),
		]),
	);
	const endings = new Map<string, Ended>();
	// Those that a server has been told of, now or by the process before.
	const known = new Set(
		targets.map(({ key }) => key).filter((key) => journal?.memory.get(key)?.remote),
	);
	const ordered =
		'client' in (servers[0] ?? {}) ? await byLoad(servers as readonly OpenServer[]) : servers;
	try {
		await runBatch({
			jobs: targets.map(({ key, seed }) => {
				const remote = journal?.memory.get(key)?.remote;
				return {
					key,
					group: shot.group,
					input: async () => jobInputOf(shot, seed),
					...(remote ? { remote } : {}),
				};
			}),
			servers: ordered.map((server) =>
				server.client
					? batchServer(server as OpenServer, { takesNew: true, frees: false })
					: { id: server.id, engine: server.engine, takesNew: true },
			),
			perServer: 1,
			retries: 0,
			platform: nodePlatform(),
			cancel,
			...(flags.front ? { first: AbortSignal.abort() } : {}),
			async onEvent({ key }, event) {
				if (event.type === 'remote') {
					known.add(key);
					const seed = targets.find((target) => target.key === key)?.seed ?? 0;
					await journal?.append({
						key,
						at: Date.now(),
						type: 'remote',
						seed,
						remote: event.remote,
					});
					if (!sent.includes(event.remote.promptId)) sent.push(event.remote.promptId);
				}
				followers.get(key)?.onEvent(event);
			},
			onRetry: () => undefined,
			async onEnd({ key }, outcome, server) {
				const target = targets.find((one) => one.key === key);
				if (!target) return;
				shell.progress.end();
				const follower = followers.get(key);
				const ended = await endOne(
					shot,
					target,
					outcome,
					{
						...(server && server.id !== 'draft' ? { server: server.id } : {}),
						engine: flags.engine,
						...(follower?.promptId() === undefined ? {} : { promptId: follower.promptId() }),
						startedAt: new Date(startedAt).toISOString(),
						durationMs: Date.now() - startedAt,
						timings: timingsOf(follower?.times() ?? {}, Date.now()),
					},
					flags,
					shell,
				);
				endings.set(key, ended);
				await journal?.append({
					key,
					at: Date.now(),
					type: 'end',
					end: journalEnd(target, outcome),
				});
			},
		});
	} finally {
		const isOpen = [...known].some((key) => endings.get(key)?.mayStillRun ?? true);
		await (isOpen ? journal?.close() : journal?.remove());
	}
	return conclude(
		targets.flatMap(({ key }) => endings.get(key) ?? []),
		shell,
	);
}

const journalEnd = ({ output }: GenerateTarget, outcome: EngineOutcome): JournalEnd => ({
	state: outcome.state,
	...(outcome.state === 'done' ? { output } : {}),
	...(isWorthLooking(outcome) ? { mayStillRun: true } : {}),
});

/** How one video ended. */
interface Ended {
	readonly document: ResultFacts;
	readonly failure?: Failure;
	readonly mayStillRun: boolean;
}

async function endOne(
	shot: PreparedShot,
	{ seed, output, frames }: GenerateTarget,
	outcome: EngineOutcome,
	run: ResultFacts,
	flags: GenerateFlags,
	shell: Shell,
): Promise<Ended> {
	const { text } = shell;
	const { width, height, length, fps } = shot.document.frame;
	const { sha256, name } = shot.image;
	const facts: ResultFacts = {
		...run,
		seed,
		shot: { ...shot.document.shot, seed },
		...(flags.engine === 'comfy' && !shot.means.workflow ? { models: shot.means.models } : {}),
		frame: { width, height, length, fps },
		image: { name, sha256, width: shot.image.width, height: shot.image.height },
		tracks: shot.samples.length,
		notes: shot.notes.map((note) => describeNote(note, shell)),
	};
	const failed = (failure: Failure, known: ResultFacts = facts): Ended => ({
		document: known,
		failure,
		mayStillRun: isWorthLooking(outcome),
	});
	if (outcome.state !== 'done') return failed(describeOutcome(outcome, shell));
	const written = await writeVideo(output, outcome, length, shell);
	if (!written.ok) return failed(written.error);
	let document: ResultFacts = {
		output,
		sidecar: sidecarOf(output),
		...factsOfVideo(outcome),
		...facts,
	};
	let failure: Failure | undefined;
	if (frames !== undefined) {
		const count = await writeFrames(frames, outcome.video.bytes, text);
		if (count.ok) {
			document = { ...document, frames };
			shell.say(text.files.wrote(frames, text.result.frames(count.value)));
		} else failure = count.error;
	}
	if (flags.metrics) {
		const { frameCount } = outcome.video;
		const metrics = await measureResult(outcome.video.bytes, shot, (done) =>
			shell.progress.show(Math.min(1, done / frameCount), text.result.measuring),
		);
		shell.progress.end();
		if (metrics.ok) {
			document = { ...document, metrics: metrics.value };
			const { meanErrorPx, acc5 } = metrics.value.adherence;
			shell.say(text.result.followed(meanErrorPx, acc5));
		} else failure ??= metrics.error;
	}
	const sidecar = await writeSidecar(output, document, text);
	if (!sidecar.ok) failure ??= sidecar.error;
	return { document, ...(failure ? { failure } : {}), mayStillRun: false };
}

/** One video is told by itself, several as a list; the gravest end counts. */
function conclude(endings: readonly Ended[], shell: Shell): Ending {
	const { text } = shell;
	const [only] = endings;
	if (endings.length === 1 && only) {
		if (!only.failure) return { exitCode: exitCodes.ok, document: only.document, text: '' };
		const ending = failureEnding(only.failure, text.error);
		return { ...ending, document: { ...only.document, ...ending.document } };
	}
	const runs = endings.map(({ document, failure }) =>
		failure
			? { ...document, error: { kind: failure.kind, message: failure.message, ...failure.facts } }
			: document,
	);
	const failures = endings.flatMap(({ failure }) => failure ?? []);
	const exitCode = failures.reduce<ExitCode>(
		(worst, one) => worse(worst, one.exitCode),
		exitCodes.ok,
	);
	return {
		exitCode,
		document: { runs },
		text: '',
		errorText: failures.map(({ message }) => `${text.error}: ${message}\n`).join(''),
	};
}

const worse = (a: ExitCode, b: ExitCode): ExitCode => (b > a ? b : a);

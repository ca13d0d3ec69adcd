import { extname } from 'node:path';
import { fail, ok, type Result } from '#core/result.ts';
import type { EngineOutcome } from '#jobs/engine.ts';
import type { Report } from '#metrics/report/report.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { checkTarget, writeWhole } from '../shell/writeWhole.ts';
import type { PreparedShot } from '../shot/prepareShot.ts';
import type { StateTimes } from './followEvents.ts';
import { measureBytes } from './measureBytes.ts';

export type DoneOutcome = Extract<EngineOutcome, { readonly state: 'done' }>;

/** What is known of a finished run besides its video; plain JSON. */
export type ResultFacts = Readonly<Record<string, unknown>>;

/** Beside a video: its settings, its run, its numbers. */
export const sidecarOf = (video: string): string => `${video}.json`;

/** Says before any work whether a video and what belongs to it could be written. */
export const checkResult = async (
	path: string,
	text: Shell['text'],
): Promise<Failure | undefined> =>
	(await checkTarget(path, text)) ?? checkTarget(sidecarOf(path), text);

/** Writes the video, whole or not at all, and says what is odd about it. */
export async function writeVideo(
	path: string,
	{ video, fromCache }: DoneOutcome,
	wantedFrames: number,
	{ text, warn, say }: Shell,
): Promise<Result<void, Failure>> {
	if (extname(path).toLowerCase() !== `.${video.extension}`)
		warn(`${text.warning}: ${text.generate.otherKind(path, video.extension)}`);
	if (video.frameCount < wantedFrames)
		warn(`${text.warning}: ${text.generate.fewerFrames(video.frameCount, wantedFrames)}`);
	if (fromCache) say(`${text.note}: ${text.generate.cached}`);
	const written = await writeWhole(path, video.bytes, text);
	if (!written.ok) return written;
	const size = text.generate.video(video.frameCount, video.fps, video.width, video.height);
	say(text.files.wrote(path, size));
	return ok(undefined);
}

export const writeSidecar = (
	path: string,
	facts: ResultFacts,
	text: Shell['text'],
): Promise<Result<void, Failure>> =>
	writeWhole(
		sidecarOf(path),
		`${JSON.stringify({ format: 'wan-ati result', version: 1, ...facts }, null, '\t')}\n`,
		text,
	);

/** What is told of a finished run, alike in the sidecar and in `--json`. */
export const factsOfVideo = ({
	video: { bytes, ...video },
	fromCache,
}: DoneOutcome): ResultFacts => ({
	video: { ...video, byteLength: bytes.byteLength },
	fromCache,
});

/** How long each part of a run took, ms; parts that were not seen are left out. */
export function timingsOf(
	{ uploading, pending, running, finishing }: StateTimes,
	endedAt: number,
): Readonly<Record<string, number>> {
	const timings: Record<string, number> = {};
	const add = (name: string, from: number | undefined, to: number | undefined): void => {
		if (from !== undefined && to !== undefined && to >= from) timings[name] = to - from;
	};
	add('sendingMs', uploading, pending ?? running);
	add('waitingMs', pending, running);
	add('runningMs', running, finishing);
	add('fetchingMs', finishing, endedAt);
	return timings;
}

/** What of a report goes into a sidecar: all but the errors of each frame. */
export type MetricsSummary = ReturnType<typeof summaryOf>;

function summaryOf({ adherence, smoothness, consistency, control, noiseFloorPx, causes }: Report) {
	const tracks = adherence.tracks.map(({ errorPx: _e, places: _p, ...numbers }) => numbers);
	return {
		adherence: { ...adherence, tracks },
		smoothness,
		consistency,
		control,
		noiseFloorPx,
		causes,
	};
}

/** Measures a finished video against the tracks that it was made with. */
export async function measureResult(
	bytes: Uint8Array,
	{ document, samples, findings }: PreparedShot,
	onProgress?: (frames: number) => void,
): Promise<Result<MetricsSummary, Failure>> {
	const trackIds = document.tracks.filter(({ visible }) => visible).map(({ id }) => id);
	const plan = { samples, trackIds, findings, frame: document.frame };
	const report = await measureBytes(bytes, plan, onProgress);
	if (report.ok) return ok(summaryOf(report.value));
	const { error } = report;
	const detail = error.kind === 'damaged' ? `: ${error.detail}` : '';
	return fail({ exitCode: exitCodes.failed, kind: error.kind, message: `${error.kind}${detail}` });
}

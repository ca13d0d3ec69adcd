import { emptyDocument, type WanDocument } from '#core/document/document.ts';
import { exactTracks } from '#core/formats/exactTracks.ts';
import { isLegalLength } from '#core/guidance/legalLength.ts';
import { type Finding, lintDocument } from '#core/lint/lintDocument.ts';
import { ok, type Result } from '#core/result.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import type { VideoFacts } from '#media/node/probeVideo.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { readTracks } from '../shot/readTracks.ts';
import { metricsText } from './metricsText.ts';

/** What a video is measured against. */
export interface MetricsPlan {
	readonly samples: readonly Float64Array[];
	readonly names: readonly string[];
	readonly trackIds: readonly string[];
	/** What the checks say of the shot. */
	readonly findings: readonly Finding[];
	/** In whose pixels the samples are. */
	readonly frame: { readonly width: number; readonly height: number };
}

/** Reads tracks (in the video's pixels) or a project (in its own frame's). */
export async function readPlan(
	path: string,
	{ width, height, frameCount, fps }: VideoFacts,
	shell: Shell,
): Promise<Result<MetricsPlan, Failure>> {
	const read = await readTracks(path, shell, {
		frame: { ...emptyDocument.frame, width, height, fps },
	});
	if (!read.ok) return read;
	if (read.value.format === 'project') {
		const document = withPicture(read.value.project.document);
		const entries = frameSamples(document);
		return ok({
			samples: entries.map(({ samples }) => samples),
			names: entries.map(({ track }) => track.name),
			trackIds: entries.map(({ track }) => track.id),
			findings: lintDocument(document),
			frame: document.frame,
		});
	}
	const { samples } = read.value;
	const length = isLegalLength(frameCount) ? frameCount : emptyDocument.frame.length;
	const base = { ...emptyDocument, frame: { ...emptyDocument.frame, width, height, length, fps } };
	const document = withPicture({
		...base,
		tracks: exactTracks(base, samples, (n) => `track-${n + 1}`),
	});
	return ok({
		samples,
		names: samples.map((_, i) => metricsText(shell).trackName(i + 1)),
		trackIds: document.tracks.map(({ id }) => id),
		findings: lintDocument(document),
		frame: { width, height },
	});
}

/** Without a picture the frame stands for it, as in the app. */
function withPicture(document: WanDocument): WanDocument {
	if (document.image) return document;
	const { width, height } = document.frame;
	const image = { sha256: '0'.repeat(64), width, height, name: '', mediaType: 'image/png' };
	return { ...document, image };
}

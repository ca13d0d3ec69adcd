import type { WanDocument } from '#core/document/document.ts';
import { serializeAtiTracks } from '#core/formats/atiTracks.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import type { StartFrame } from '#media/media.ts';
import type { JobInput } from './engine.ts';
import type { JobRecord } from './job.ts';

/** The samples of a document as they are sent and stored: one entry a visible track. */
export function samplesOf(document: WanDocument): {
	readonly samples: readonly Float64Array[];
	readonly tracksJson: string;
} {
	const entries = frameSamples(document);
	const samples = entries.map((entry) => entry.samples);
	const releasedAt = entries.map((entry) => entry.releasedAt);
	return { samples, tracksJson: serializeAtiTracks(samples, releasedAt) };
}

/** What an engine gets of a stored job. The tracks text is the stored one, so a later version sends what was promised. */
export const jobInput = (record: JobRecord, startFrame: () => Promise<StartFrame>): JobInput => ({
	document: record.document,
	seed: record.seed,
	samples: samplesOf(record.document).samples,
	tracksJson: record.tracksJson,
	startFrame,
});

/** A seed of ten digits at most: enough to be new, short enough to read out. */
export const randomSeed = (random: () => number): number => Math.floor(random() * 2 ** 32);

/**
 * The newest earlier job that made the same video: same picture, frame, tracks, seed and settings. Names and hidden tracks
 * do not count.
 */
export function findSame(job: JobRecord, jobs: readonly JobRecord[]): JobRecord | undefined {
	const wanted = fingerprint(job);
	return jobs.findLast(
		(other) =>
			other.number < job.number &&
			other.engine === job.engine &&
			other.state === 'done' &&
			other.fromCache !== true &&
			fingerprint(other) === wanted,
	);
}

function fingerprint({ document, engine, seed, tracksJson }: JobRecord): string {
	const { seed: _own, newSeedEachTime: _new, ...shot } = document.shot;
	// The draft moves the ground with the camera and cuts things out by their regions; ComfyUI is told the tracks alone.
	const scene = engine === 'draft' ? [document.camera, document.regions] : [];
	return JSON.stringify([document.image?.sha256, document.frame, shot, seed, tracksJson, ...scene]);
}

import type { WanDocument } from '#core/document/document.ts';
import type { EngineId } from './engine.ts';
import type { JobRecord } from './job.ts';

export interface Estimate {
	readonly seconds: number;
	/** Nothing was measured yet: say so beside the number. */
	readonly assumed: boolean;
}

/** The official template's note: 720x480, 81 frames, 20 steps on a 24 GB card take about 500 s. */
const assumedSeconds: Readonly<Record<EngineId, number>> = { comfy: 480, draft: 10 };

/** Runs of other sizes are scaled by their work; further than this factor they teach nothing. */
const farthestFactor = 16;
const sampleSize = 5;

/**
 * How long a job will take, learned from the newest runs of this project: the median of up to 5 that are nearest in work
 * (pixels x frames, x steps for ComfyUI), each scaled to this one's work. Cached and unfinished runs do not count. A run
 * that waited on the server counts from its own start.
 * @param serverId Where it will run: runs there are what counts, and others only while there are none.
 */
export function expectedSeconds(
	jobs: readonly JobRecord[],
	document: WanDocument,
	engine: EngineId,
	serverId?: string,
): Estimate {
	const there = jobs.filter((job) => job.remote?.serverId === serverId);
	if (serverId !== undefined && there.length < jobs.length) {
		const estimate = expectedSeconds(there, document, engine, serverId);
		if (!estimate.assumed) return estimate;
	}
	const work = workOf(document, engine);
	const measured = jobs
		.flatMap((job) => {
			const seconds = secondsTaken(job);
			if (job.engine !== engine || seconds === undefined) return [];
			const factor = work / workOf(job.document, engine);
			const distance = Math.abs(Math.log(factor));
			return distance > Math.log(farthestFactor) ? [] : [{ distance, seconds: seconds * factor }];
		})
		.reverse()
		.sort((a, b) => a.distance - b.distance)
		.slice(0, sampleSize)
		.map((run) => run.seconds)
		.sort((a, b) => a - b);
	const median = measured[Math.floor((measured.length - 1) / 2)];
	return median === undefined
		? { seconds: assumedSeconds[engine], assumed: true }
		: { seconds: median, assumed: false };
}

function secondsTaken(job: JobRecord): number | undefined {
	const { startedAt, finishedAt } = job;
	if (job.state !== 'done' || job.fromCache || startedAt === undefined || finishedAt === undefined)
		return undefined;
	const seconds = (finishedAt - startedAt) / 1000;
	return seconds > 0 ? seconds : undefined;
}

const workOf = ({ frame, shot }: WanDocument, engine: EngineId): number =>
	frame.width * frame.height * frame.length * (engine === 'comfy' ? shot.steps : 1);

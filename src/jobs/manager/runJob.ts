import type { StartFrame } from '#media/media.ts';
import type { Engine, EngineContext, EngineOutcome } from '../engine.ts';
import type { Job } from '../job.ts';
import { jobInput } from '../jobInput.ts';

export interface RunJobOptions extends EngineContext {
	readonly engines: readonly Engine[];
	/** Decodes and crops; rejects with a plain sentence when the picture is gone. */
	startFrame(): Promise<StartFrame>;
}

/**
 * Gives a job to its engine. What it throws is an outcome too: a picture that is gone, or a bug.
 * @returns undefined when the owner has gone; the record stays open for the next `resume`.
 */
export async function runJob(
	job: Job,
	{ engines, startFrame, ...context }: RunJobOptions,
): Promise<EngineOutcome | undefined> {
	const { cancel, detach } = context;
	if (detach.aborted) return undefined;
	if (cancel.aborted && !job.remote) return { state: 'cancelled' };
	const engine = engines.find(({ id }) => id === job.engine);
	if (!engine)
		return { state: 'failed', error: { kind: 'internal', detail: `no engine ${job.engine}` } };
	let imageFault: string | undefined;
	const judged = async (): Promise<StartFrame> => {
		try {
			return await startFrame();
		} catch (cause) {
			imageFault = words(cause);
			throw cause;
		}
	};
	try {
		return await engine.run(jobInput(job, judged), context);
	} catch (cause) {
		if (detach.aborted) return undefined;
		if (cancel.aborted) return { state: 'cancelled' };
		return imageFault === undefined
			? { state: 'failed', error: { kind: 'internal', detail: words(cause) } }
			: { state: 'failed', error: { kind: 'image', detail: imageFault } };
	}
}

const words = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

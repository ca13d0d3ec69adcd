import type { EngineEvent, EngineOutcome } from './engine.ts';
import type { Job, JobPhase, JobRecord, JobState } from './job.ts';

/** A job as it is when nothing of its run is known. */
export const idleJob = (record: JobRecord): Job => ({
	...record,
	fraction: record.state === 'done' ? 1 : 0,
});

/** The stored part of a job. */
export function recordOf(job: Job): JobRecord {
	const {
		fraction: _f,
		step: _s,
		node: _n,
		position: _p,
		preview: _v,
		stalledMs: _m,
		...record
	} = job;
	return record;
}

export const isOver = (job: Pick<JobRecord, 'state'>): boolean =>
	job.state !== 'queued' && job.state !== 'running';

/** Whether no server works on it yet: it can still change its place. */
export const isWaiting = (job: Pick<JobRecord, 'state' | 'phase'>): boolean =>
	job.state === 'queued';

const stateOfPhase: Readonly<Record<JobPhase, JobState>> = {
	waiting: 'queued',
	uploading: 'queued',
	submitting: 'queued',
	pending: 'queued',
	running: 'running',
	finishing: 'running',
};

/** A job after an event of its engine. `remote` and the phase are worth storing; the rest lives while the job runs. */
export function afterEvent(job: Job, event: EngineEvent, now: number): Job {
	switch (event.type) {
		case 'state': {
			const { position: _left, ...rest } = job;
			const state = stateOfPhase[event.state];
			return {
				...rest,
				phase: event.state,
				state,
				...(event.position === undefined ? {} : { position: event.position }),
				...(state === 'running' && job.startedAt === undefined ? { startedAt: now } : {}),
			};
		}
		case 'remote':
			return { ...job, remote: event.remote };
		case 'progress':
			return {
				...job,
				fraction: Math.min(1, Math.max(job.fraction, event.fraction)),
				...(event.step ? { step: event.step } : {}),
				...(event.node === undefined ? {} : { node: event.node }),
			};
		case 'preview':
			return { ...job, preview: { bytes: event.bytes, mediaType: event.mediaType } };
		case 'stalled': {
			const { stalledMs: _before, ...rest } = job;
			return event.silentMs > 0 ? { ...rest, stalledMs: event.silentMs } : rest;
		}
	}
}

/** A job that has ended; what was known only of its run goes. */
export function afterOutcome(job: Job, outcome: EngineOutcome, now: number): Job {
	// Put first once: asked for again, it takes its turn.
	const { first: _first, ...record } = recordOf(job);
	const ended = { ...record, state: outcome.state, finishedAt: now };
	switch (outcome.state) {
		case 'done': {
			const { bytes, ...video } = outcome.video;
			return {
				...ended,
				fraction: 1,
				fromCache: outcome.fromCache,
				video: {
					...video,
					byteLength: bytes.length,
					...(outcome.playable === undefined ? {} : { playable: outcome.playable }),
				},
			};
		}
		case 'failed':
			return { ...ended, fraction: job.fraction, error: outcome.error };
		case 'cancelled':
		case 'lost':
			return { ...ended, fraction: job.fraction };
	}
}

/**
 * A job that failed after its run was sent, and not by the run's own fault: it may still be there, or be done, so it is
 * looked for before anything is paid for twice.
 */
export const mayStillRun = (job: Job): boolean =>
	job.remote !== undefined &&
	['unreachable', 'http', 'protocol', 'origin', 'notSent'].includes(job.error?.kind ?? '');

/** The same job as it is when its run on the server is looked for again. */
export function lookedForAgain(job: Job): Job {
	const { finishedAt: _f, error: _e, ...rest } = recordOf(job);
	return idleJob({ ...rest, state: 'queued', phase: 'waiting' });
}

/** The same job as it was when it was new, to be run again with the same seed. */
export function startedOver(job: Job): Job {
	const {
		startedAt: _s,
		finishedAt: _f,
		remote: _r,
		fromCache: _c,
		sameAs: _a,
		error: _e,
		video: _v,
		...rest
	} = recordOf(job);
	return idleJob({ ...rest, state: 'queued', phase: 'waiting' });
}

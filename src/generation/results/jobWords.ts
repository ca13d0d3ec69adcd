import type { EngineError } from '#jobs/engineError.ts';
import type { Job } from '#jobs/job.ts';
import type { Messages } from '#text/messages.ts';
import type { TimeLeft } from '../format/timeLeft.ts';

export const jobName = (text: Messages, job: Pick<Job, 'engine' | 'number'>): string =>
	text.generation.jobs.name(job.engine, job.number);

/** What a job is doing or came to, in a line: the second line of its card. */
export function jobStateWords(
	text: Messages,
	job: Job,
	left: TimeLeft | undefined,
	failure: string | undefined,
): string {
	const t = text.generation.jobs;
	if (job.stalledMs) return t.stalled(job.stalledMs);
	switch (job.state) {
		case 'queued':
			return queuedWords(t, job);
		case 'running': {
			if (job.phase === 'finishing') return t.finishing;
			const share = text.common.percent(job.fraction);
			if (!left) return share;
			const time = text.generation.timeLeft(left.ms);
			return t.running(share, left.assumed ? `${time} (${t.assumed})` : time);
		}
		case 'done':
			if (job.engine === 'draft') return t.geometryOnly;
			if (job.fromCache) return t.sameAs(job.sameAs);
			return job.startedAt === undefined || job.finishedAt === undefined
				? ''
				: t.took(job.finishedAt - job.startedAt);
		case 'failed':
			return t.failed(failure ?? '');
		case 'cancelled':
			return t.cancelled;
		case 'lost':
			return t.lost;
	}
}

function queuedWords(t: Messages['generation']['jobs'], job: Job): string {
	if (job.phase === 'uploading') return t.sending;
	if (job.phase === 'submitting') return t.starting;
	return job.position ? t.ahead(job.position) : t.queued;
}

/** Why a job failed in as few words as a card has room for; the run's own page has the whole story. */
export function failureWords(text: Messages, error: EngineError): string {
	const { title, text: more } = text.errors.engine(error);
	return error.kind === 'execution' ? (more.split('\n')[0] ?? title) : title;
}

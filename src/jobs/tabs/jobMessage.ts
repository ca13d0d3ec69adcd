import type { Job, JobEdit } from '../job.ts';

/** The part of a job that changes while it lives; the rest is read from the store, because tracks can be megabytes. */
export type LiveJob = Omit<Job, 'document' | 'tracksJson'>;

/** What tabs tell each other of jobs. */
export type JobMessage =
	/** A tab has opened: owners, tell what you have. */
	| { readonly type: 'jobs/ask' }
	/** The owner of a job tells its state. `keepsPreview`: the picture is the one told before, and not sent again. */
	| { readonly type: 'jobs/live'; readonly live: LiveJob; readonly keepsPreview: boolean }
	/** The person asked in a tab that does not own the job. */
	| { readonly type: 'jobs/cancel'; readonly id: string }
	| { readonly type: 'jobs/first'; readonly id: string }
	/** The person marked it, deleted it, or took it back. */
	| { readonly type: 'jobs/edit'; readonly id: string; readonly edit: JobEdit }
	| { readonly type: 'jobs/removed'; readonly id: string };

export function liveOf(job: Job): LiveJob {
	const { document: _document, tracksJson: _tracks, ...live } = job;
	return live;
}

/** A message of another tab, which runs the same app, maybe of another version; undefined: not one of ours. */
export function readJobMessage(message: unknown): JobMessage | undefined {
	if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
	switch (message.type) {
		case 'jobs/ask':
			return { type: 'jobs/ask' };
		case 'jobs/live':
			if (!('live' in message) || !isLive(message.live)) return undefined;
			return {
				type: 'jobs/live',
				live: message.live,
				keepsPreview: 'keepsPreview' in message && message.keepsPreview === true,
			};
		case 'jobs/edit':
			return 'id' in message &&
				typeof message.id === 'string' &&
				'edit' in message &&
				typeof message.edit === 'object' &&
				message.edit !== null
				? { type: 'jobs/edit', id: message.id, edit: message.edit }
				: undefined;
		case 'jobs/cancel':
		case 'jobs/first':
		case 'jobs/removed':
			return 'id' in message && typeof message.id === 'string'
				? { type: message.type, id: message.id }
				: undefined;
		default:
			return undefined;
	}
}

const isLive = (live: unknown): live is LiveJob =>
	typeof live === 'object' &&
	live !== null &&
	'id' in live &&
	typeof live.id === 'string' &&
	'state' in live &&
	'fraction' in live &&
	'number' in live;

import type { Job } from '../job.ts';
import { type JobMessage, type LiveJob, liveOf, readJobMessage } from '../tabs/jobMessage.ts';
import type { TabLink } from '../tabs/tabLink.ts';

/** What a tab answers to the others. */
export interface TabTalkHandlers {
	/** Another tab has opened: tell it of each job that this one works on. */
	asked(): void;
	/** A job as its owner, another tab, tells it. */
	live(live: LiveJob, keepsPreview: boolean): void;
	/** The person asked there for something about a job that may be ours. */
	wish(message: Extract<JobMessage, { readonly id: string }>): void;
}

/** What this tab tells the others of the jobs that it works on. */
export interface TabTalk {
	/** A job as it is now; a picture that was told before is not sent again. */
	tellLive(job: Job): void;
	tell(message: Exclude<JobMessage, { readonly type: 'jobs/live' }>): void;
	/** The job has ended. */
	forget(id: string): void;
	dispose(): void;
}

export function createTabTalk(tabs: TabLink, handlers: TabTalkHandlers): TabTalk {
	const told = new Map<string, NonNullable<Job['preview']>>();
	const post = (message: JobMessage): void => tabs.post(message);
	const leave = tabs.subscribe((raw) => {
		const message = readJobMessage(raw);
		if (!message) return;
		switch (message.type) {
			case 'jobs/ask':
				// The one that asks has seen no picture yet.
				told.clear();
				return handlers.asked();
			case 'jobs/live':
				return handlers.live(message.live, message.keepsPreview);
			default:
				return handlers.wish(message);
		}
	});
	return {
		tellLive(job) {
			const { preview, ...rest } = liveOf(job);
			const keepsPreview = preview !== undefined && told.get(job.id) === preview;
			if (preview) told.set(job.id, preview);
			else told.delete(job.id);
			const live = { ...rest, ...(preview && !keepsPreview ? { preview } : {}) };
			post({ type: 'jobs/live', live, keepsPreview });
		},
		tell: post,
		forget: (id) => void told.delete(id),
		dispose: leave,
	};
}

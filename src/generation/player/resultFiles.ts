import type { Job } from '#jobs/job.ts';
import { downloadBytes } from '../download/downloadBytes.ts';
import { safeFileName } from '../download/safeFileName.ts';

/** `Balloons at dawn run 48.mp4`; the kind word keeps two files of one job apart. */
export const resultFileName = (
	job: Pick<Job, 'document' | 'engine' | 'number'>,
	extension: string,
	kind = '',
): string => {
	const words = [
		job.document.name,
		job.engine === 'draft' ? 'draft' : 'run',
		String(job.number),
		kind,
	];
	return safeFileName(words.filter(Boolean).join(' '), extension);
};

export function downloadVideo(job: Job, bytes: Uint8Array): void {
	if (!job.video) return;
	downloadBytes(bytes, job.video.mediaType, resultFileName(job, job.video.extension));
}

/** The ATI tracks JSON that the job was made from, to the byte. */
export const downloadTracks = (job: Job): void =>
	downloadBytes(job.tracksJson, 'application/json', resultFileName(job, 'json', 'tracks'));

export const downloadFrames = (job: Job, zip: Uint8Array): void =>
	downloadBytes(zip, 'application/zip', resultFileName(job, 'zip', 'frames'));

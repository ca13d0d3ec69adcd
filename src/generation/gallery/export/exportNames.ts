import { projectExtension } from '#core/formats/projectFile.ts';
import type { Job } from '#jobs/job.ts';
import { resultFileName } from '../../player/resultFiles.ts';

/** The files of one result in the archive, with its folder before them. */
export interface ExportNames {
	readonly folder: string;
	readonly shot: string;
	readonly tracks: string;
	/** Undefined: it has none. */
	readonly video: string | undefined;
	/** Of the report, where there is one. */
	readonly metrics: string;
}

type Named = Pick<Job, 'id' | 'document' | 'engine' | 'number' | 'video'>;

/**
 * Names of the files of results: a folder each, `Balloons at dawn draft 3/Balloons at dawn draft 3.mp4`. No two folders are the
 * same on any system, whatever the case and form of their letters.
 */
export function exportNames(jobs: readonly Named[]): ExportNames[] {
	const taken = new Set<string>();
	return jobs.map((job) => {
		const folder = freeName(stem(resultFileName(job, 'x')), taken);
		taken.add(keyOf(folder));
		const file = (extension: string, kind?: string) =>
			`${folder}/${resultFileName(job, extension, kind)}`;
		return {
			folder,
			shot: `${folder}/${stem(resultFileName(job, 'x'))}${projectExtension}`,
			tracks: file('json', 'tracks'),
			video: job.video && file(job.video.extension),
			metrics: file('json', 'metrics'),
		};
	});
}

/** A name without the `.x` that it was made with. */
const stem = (name: string): string => name.slice(0, -2);

const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase();

function freeName(name: string, taken: ReadonlySet<string>): string {
	for (let count = 1; ; count++) {
		const tried = count === 1 ? name : `${name} (${count})`;
		if (!taken.has(keyOf(tried))) return tried;
	}
}

import type { Report } from '#metrics/report/report.ts';
import type { GalleryItem } from '../galleryItems.ts';

/** A line of the table. */
export interface ExportLine {
	readonly item: GalleryItem;
	readonly report: Report | undefined;
	readonly folder: string;
}

const head = [
	'result',
	'shot',
	'engine',
	'state',
	'created',
	'seconds',
	'stars',
	'tags',
	'note',
	'acc1',
	'acc5',
	'meanErrorPx',
	'seed',
	'steps',
	'cfg',
	'sampler',
	'scheduler',
	'shift',
	'temperature',
	'topk',
	'width',
	'height',
	'frames',
	'prompt',
	'folder',
] as const;

/**
 * All results as one CSV table (RFC 4180, UTF-8, dots as decimal signs, times in UTC): what they are, what was said of them,
 * and how they followed. An empty cell: nothing is known.
 */
export const exportTable = (lines: readonly ExportLine[]): string =>
	[head, ...lines.map(cellsOf)].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');

function cellsOf({ item, report, folder }: ExportLine): (string | number | null | undefined)[] {
	const { job, marks, name } = item;
	const { shot, frame } = job.document;
	const took =
		job.startedAt === undefined || job.finishedAt === undefined
			? undefined
			: (job.finishedAt - job.startedAt) / 1000;
	const { acc1, acc5, meanErrorPx } = report?.adherence ?? {};
	return [
		name,
		job.document.name,
		job.engine,
		job.state,
		new Date(job.createdAt).toISOString(),
		took,
		marks.stars,
		marks.tags.join(', '),
		marks.note,
		acc1,
		acc5,
		meanErrorPx,
		// Of numbers that no draft knows nothing is said.
		...(job.engine === 'draft'
			? Array<undefined>(8).fill(undefined)
			: [
					job.seed,
					shot.steps,
					shot.cfg,
					shot.sampler,
					shot.scheduler,
					shot.shift,
					shot.temperature,
					shot.topk,
				]),
		job.video?.width ?? frame.width,
		job.video?.height ?? frame.height,
		job.video?.frameCount ?? frame.length,
		shot.prompt,
		folder,
	];
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvCell(value: string | number | null | undefined): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return String(value);
	const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

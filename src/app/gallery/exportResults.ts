import { exportNames } from '#generation/gallery/export/exportNames.ts';
import { exportTable } from '#generation/gallery/export/exportTable.ts';
import type { GalleryItem } from '#generation/gallery/galleryItems.ts';
import { storageUse } from '#generation/gallery/storageUse.ts';
import { causeWords } from '#generation/metrics/causeWords.ts';
import { reportText } from '#generation/metrics/reportFiles.ts';
import { reportOf } from '#generation/metrics/reportState.ts';
import { resultPlan } from '#generation/metrics/resultPlan.ts';
import { writeCarried } from '#generation/workflow/carriedWorkflow.ts';
import type { ZipJobFile, ZipReply, ZipRequest } from '#media/zip/zipWork.ts';
import type { MetricsMessages } from '#text/en/metrics.ts';
import type { Messages } from '#text/messages.ts';
import type { Studio } from '../studio/createStudio.ts';
import { createWorker } from '../trusted/createWorker.ts';

type Parts = Pick<Studio, 'generation' | 'jobs' | 'pictures' | 'workflows'>;

export interface ExportOptions {
	readonly text: Messages;
	readonly metrics: MetricsMessages;
	readonly signal: AbortSignal;
	/** Results that are in the archive. */
	onProgress(done: number): void;
}

export type ExportOutcome =
	| { readonly state: 'done'; readonly archive: Blob }
	| { readonly state: 'stopped' | 'failed' | 'tooLarge' };

/** Without ZIP64; some room is left for shots and pictures. */
const MOST_BYTES = 3.9e9;

/**
 * Results as one ZIP: `results.csv`, and for each a folder with its shot (as a project file with its picture and workflow),
 * its tracks, its video and, when it was measured, its metrics. A video that is gone is left out. Made in a worker, one result
 * after the other, so that the page stays quick and no more than one is held.
 */
export async function exportResults(
	studio: Parts,
	items: readonly GalleryItem[],
	{ text, metrics, signal, onProgress }: ExportOptions,
): Promise<ExportOutcome> {
	if (storageUse(items.map(({ job }) => job)) > MOST_BYTES) return { state: 'tooLarge' };
	const names = exportNames(items.map(({ job }) => job));
	const { reports } = studio.generation.getState();
	const reportOfItem = ({ job }: GalleryItem) => reportOf(reports[job.id]);
	const worker = createWorker('resultsZip');
	try {
		const table = exportTable(
			items.map((item, i) => ({
				item,
				report: reportOfItem(item),
				folder: names[i]?.folder ?? '',
			})),
		);
		// With a mark of UTF-8, without which spreadsheets read accents wrong.
		const head = [{ name: 'results.csv', content: `\uFEFF${table}` }];
		await ask(worker, { type: 'add', files: head, changedAt: Date.now() }, signal);
		for (const [i, item] of items.entries()) {
			const files = await filesOf(studio, item, names[i]!);
			const report = reportOfItem(item);
			if (report) {
				const trackNames = resultPlan(item.job).map(({ name }) => name);
				const causes = report.causes.map((cause) =>
					causeWords(cause, trackNames, metrics, text.findings),
				);
				const content = reportText(report, 'json', { text: metrics, trackNames, causes });
				files.push({ name: names[i]!.metrics, content });
			}
			await ask(worker, { type: 'add', files, changedAt: item.job.createdAt }, signal);
			onProgress(i + 1);
		}
		const reply = await ask(worker, { type: 'end' }, signal);
		return reply.type === 'done' ? { state: 'done', archive: reply.archive } : { state: 'failed' };
	} catch {
		return { state: signal.aborted ? 'stopped' : 'failed' };
	} finally {
		worker.terminate();
	}
}

async function filesOf(
	{ jobs, pictures, workflows }: Parts,
	{ job }: GalleryItem,
	names: ReturnType<typeof exportNames>[number],
): Promise<ZipJobFile[]> {
	const { document, seed } = job;
	const image = document.image && (await pictures.bytesOf(document.image.sha256));
	const video = names.video && (await jobs.getVideo(job.id));
	const record = workflows.getState().find(({ id }) => id === document.shot.workflow);
	const project = {
		document: { ...document, shot: { ...document.shot, seed } },
		image: image ? { bytes: image.bytes, mediaType: image.mediaType } : undefined,
		workflow: record && writeCarried(record),
	};
	return [
		{ name: names.shot, content: project },
		{ name: names.tracks, content: job.tracksJson },
		...(names.video && video ? [{ name: names.video, content: video, isPacked: true }] : []),
	];
}

/** Sends one request and waits for its answer; rejects when the worker fails or the signal aborts. */
function ask(worker: Worker, request: ZipRequest, signal: AbortSignal): Promise<ZipReply> {
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		const onAbort = () => reject(signal.reason);
		signal.addEventListener('abort', onAbort, { once: true });
		worker.onmessage = ({ data }: MessageEvent<ZipReply>) => {
			signal.removeEventListener('abort', onAbort);
			if (data.type === 'failed') reject(new Error(data.detail));
			else resolve(data);
		};
		worker.onerror = (event) => {
			// Handled here: no uncaught error of the page.
			event.preventDefault();
			reject(new Error(event.message || 'the worker died'));
		};
		worker.postMessage(request);
	});
}

import { documentSchema } from '#core/document/document.ts';
import { type Continued, continuedDocument } from '#core/frame/continuedDocument.ts';
import type { Job } from '#jobs/job.ts';
import { lastFrame } from '#media/browser/lastFrame.ts';
import { nextName } from '../projects/nextName.ts';
import type { Studio } from './createStudio.ts';

/**
 * The last frame of a result becomes the start image of a new project, its tracks going on from where they ended. One undo
 * step; the shot that was on the canvas and the one of the result stay what they are.
 * @param fileName Of the new start image.
 * @returns undefined when the video is gone or this browser does not decode it.
 */
export async function continueShot(
	{ database, editor, jobs, pictures, projects }: Studio,
	job: Job,
	{ step, fileName }: { readonly step: string; readonly fileName: string },
): Promise<Continued | undefined> {
	const bytes = await jobs.getVideo(job.id);
	const png = bytes && (await lastFrame(bytes).catch(() => undefined));
	if (!png) return undefined;
	const blob = new Blob([png as BlobPart], { type: 'image/png' });
	const opened = await pictures.open(blob, fileName);
	if (!opened.ok) return undefined;
	const names = (await database.projects.list().catch(() => [])).map(({ name }) => name);
	// A job of an earlier version holds an earlier document.
	const document = documentSchema.parse(job.document);
	const continued = continuedDocument(document, opened.value, nextName(document.name, names));
	projects.begin(() =>
		editor.dispatch(step, [{ type: 'document/replace', document: continued.document }]),
	);
	return continued;
}

import { documentSchema } from '#core/document/document.ts';
import type { Job } from '#jobs/job.ts';
import type { Studio } from '../studio/createStudio.ts';

/**
 * Puts the shot that a result was made with on the canvas, with the seed that it had, as one undo step. The shot of another
 * project begins a new one, so that the one on the canvas stays what it is.
 * @param label Of the step.
 * @returns whether a new project began.
 */
export function restoreShot(
	{ editor, projects }: Pick<Studio, 'editor' | 'projects'>,
	job: Pick<Job, 'document' | 'seed' | 'projectId'>,
	label: string,
): boolean {
	// A job of an earlier version holds an earlier document.
	const { shot, ...rest } = documentSchema.parse(job.document);
	const document = { ...rest, shot: { ...shot, seed: job.seed } };
	const put = () => editor.dispatch(label, [{ type: 'document/replace', document }]);
	const isNew = job.projectId !== undefined && job.projectId !== projects.getState().currentId;
	if (isNew) projects.begin(put);
	else put();
	return isNew;
}

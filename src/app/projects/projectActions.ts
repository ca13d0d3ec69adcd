import { documentSchema, emptyDocument, type WanDocument } from '#core/document/document.ts';
import type { ProjectInfo, StoredProject } from '../persistence/projectRecord.ts';
import type { Studio } from '../studio/createStudio.ts';
import { nextName } from './nextName.ts';

type Parts = Pick<Studio, 'database' | 'editor' | 'projects'>;

/** The name of a project that is not open; false when it was changed meanwhile or cannot be read. */
export async function renameProject(
	{ database: { projects } }: Parts,
	{ id }: ProjectInfo,
	name: string,
): Promise<boolean> {
	const stored = await projects.load(id);
	const document = readable(stored);
	if (!stored || !document) return false;
	return (await projects.save(id, { ...document, name }, stored.info.revision)) !== undefined;
}

/** A copy under the next free name; undefined when the project cannot be read. */
export async function duplicateProject(
	{ database: { projects } }: Parts,
	{ id }: ProjectInfo,
	copyId: string,
): Promise<ProjectInfo | undefined> {
	const document = readable(await projects.load(id));
	if (!document) return undefined;
	const names = (await projects.list()).map(({ name }) => name);
	return projects.save(copyId, { ...document, name: nextName(document.name, names) }, undefined);
}

/** Takes a project away; when it is the open one, the one before it is opened, or an empty shot. The result puts it back. */
export async function removeProject(
	{ database, editor, projects }: Parts,
	{ id }: ProjectInfo,
): Promise<(() => Promise<void>) | undefined> {
	await projects.autosave.flush();
	const stored = await database.projects.load(id);
	if (!stored) return undefined;
	const wasOpen = projects.getState().currentId === id;
	await projects.remove(id);
	if (wasOpen && !(await projects.openLast()))
		projects.begin(() => editor.loadDocument({ ...emptyDocument }), true);
	return async () => {
		await database.projects.restore(stored);
		if (wasOpen) await projects.open(id);
	};
}

function readable(stored: StoredProject | undefined): WanDocument | undefined {
	const parsed = documentSchema.safeParse(stored?.document);
	return parsed.success ? parsed.data : undefined;
}

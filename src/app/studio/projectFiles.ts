import type { WanDocument } from '#core/document/document.ts';
import { type PngProjectError, readPngProject, writePngProject } from '#core/formats/pngProject.ts';
import {
	type ProjectError,
	parseProject,
	projectExtension,
	serializeProject,
} from '#core/formats/projectFile.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { safeFileName } from '#generation/download/safeFileName.ts';
import { readCarried, writeCarried } from '#generation/workflow/carriedWorkflow.ts';
import type { ImageError } from '#media/media.ts';
import { renderShotPicture } from '../projects/renderShotPicture.ts';
import type { Studio } from './createStudio.ts';
import type { WorkflowList } from './createWorkflowList.ts';

type Parts = Pick<Studio, 'editor' | 'pictures' | 'projects' | 'workflows'>;

/** What is wrong with a project file, or with the picture inside it. */
export type OpenProjectError =
	| { readonly of: 'project'; readonly error: ProjectError }
	| { readonly of: 'png'; readonly error: PngProjectError }
	| { readonly of: 'image'; readonly error: ImageError };

/** Opens a project file's text as a new project; its picture is checked like any other file. */
export async function openProject(
	{ editor, pictures, projects, workflows }: Parts,
	text: string,
	label: string,
): Promise<Result<WanDocument, OpenProjectError>> {
	const parsed = parseProject(text);
	if (!parsed.ok) return fail({ of: 'project', error: parsed.error });
	const { image, workflow } = parsed.value;
	let { document } = parsed.value;
	if (image) {
		const blob = new Blob([image.bytes as BlobPart], { type: image.mediaType });
		const opened = await pictures.open(blob, document.image?.name ?? '');
		if (!opened.ok) return fail({ of: 'image', error: opened.error });
		// What the bytes are counts, not what the file says of them.
		document = { ...document, image: opened.value };
	}
	if (workflow !== undefined) await takeCarried(workflows, document.shot.workflow, workflow);
	projects.begin(() => editor.dispatch(label, [{ type: 'document/replace', document }]));
	return ok(document);
}

/** Keeps a workflow that came with a project, unless it is here; one that cannot be stored is told as missing. */
async function takeCarried(workflows: WorkflowList, id: string, text: string): Promise<void> {
	if (workflows.getState().some((record) => record.id === id)) return;
	const record = readCarried(text, id);
	if (record) await workflows.put(record).catch(() => undefined);
}

/** Whether a PNG holds a project, whole or damaged. */
export const holdsProject = async (file: Blob): Promise<boolean> =>
	readPngProject(new Uint8Array(await file.arrayBuffer())) !== undefined;

/** Opens the project inside a PNG; undefined: there is none, it is a picture like another. */
export async function openPngProject(
	parts: Parts,
	file: Blob,
	label: string,
): Promise<Result<WanDocument, OpenProjectError> | undefined> {
	const inside = readPngProject(new Uint8Array(await file.arrayBuffer()));
	if (!inside) return undefined;
	if (!inside.ok) return fail({ of: 'png', error: inside.error });
	return openProject(parts, inside.value, label);
}

/** The shot as one file, with its picture inside. */
export async function saveProject({
	editor,
	pictures,
	workflows,
}: Omit<Parts, 'projects'>): Promise<string> {
	const document = editor.getDocument();
	const image = document.image && (await pictures.bytesOf(document.image.sha256));
	const record = workflows.getState().find(({ id }) => id === document.shot.workflow);
	return serializeProject(document, image ?? undefined, record && writeCarried(record));
}

/**
 * What the frame shows as a PNG, the project with its picture inside; `noPicture`: the start image is not on this computer.
 * @param withTracks Draws them on it; the picture inside stays clean.
 */
export async function savePngProject(
	parts: Omit<Parts, 'projects'>,
	withTracks: boolean,
): Promise<Result<Uint8Array, PngProjectError | { readonly kind: 'noPicture' }>> {
	const document = parts.editor.getDocument();
	const { width, height } = document.frame;
	const canvas = await renderShotPicture(parts.pictures, document, { width, height, withTracks });
	if (!canvas) return fail({ kind: 'noPicture' });
	const png = await canvas.convertToBlob({ type: 'image/png' });
	return writePngProject(new Uint8Array(await png.arrayBuffer()), await saveProject(parts));
}

/** `Fox.wanati.json`, from a shot's name. */
export const projectFileName = (name: string): string =>
	safeFileName(name, 'json').replace(/\.json$/, projectExtension);

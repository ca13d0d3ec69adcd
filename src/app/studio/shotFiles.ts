import { applyCommand } from '#core/document/applyCommand.ts';
import type { Command } from '#core/document/commands.ts';
import { documentSchema, type WanDocument } from '#core/document/document.ts';
import { serializeAtiTracks } from '#core/formats/atiTracks.ts';
import { type ProjectError, parseProject, serializeProject } from '#core/formats/projectFile.ts';
import { presetForImage } from '#core/frame/framePresets.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import type { ImageError } from '#media/media.ts';
import type { Studio } from './createStudio.ts';

type Parts = Pick<Studio, 'editor' | 'pictures'>;

/**
 * A picture begins a new shot: its tracks and prompt go, the settings stay, and the frame takes the preset nearest to the
 * picture's shape. One undo step. @param keepTracks Replaces the picture under the shot instead.
 */
export async function openPicture(
	{ editor, pictures }: Parts,
	blob: Blob,
	name: string,
	label: string,
	keepTracks = false,
): Promise<Result<{ readonly replaced: WanDocument }, ImageError>> {
	const opened = await pictures.open(blob, name);
	if (!opened.ok) return opened;
	const replaced = editor.getDocument();
	const image = opened.value;
	const fresh: WanDocument = {
		...replaced,
		name: image.name.replace(/\.[a-z0-9]{2,5}$/i, '') || replaced.name,
		image,
		tracks: [],
		frame: { ...replaced.frame, ...presetForImage(image), crop: { x: 0.5, y: 0.5, zoom: 1 } },
		shot: { ...replaced.shot, prompt: '' },
	};
	editor.dispatch(label, [
		...(keepTracks
			? replaceImage(replaced, image)
			: [{ type: 'document/replace', document: fresh } as const]),
	]);
	return ok({ replaced });
}

/** Another picture under the tracks: they keep their places on it, in shares of its sides. */
function replaceImage(
	{ image: before, tracks }: WanDocument,
	image: NonNullable<WanDocument['image']>,
): readonly Command[] {
	const set = { type: 'image/set', image } as const;
	if (!before || (before.width === image.width && before.height === image.height)) return [set];
	const trackIds = tracks.map((track) => track.id);
	const map = [image.width / before.width, 0, 0, image.height / before.height, 0, 0] as const;
	return [set, { type: 'track/transform', trackIds, map }];
}

/** ATI tracks JSON of the visible tracks: what is uploaded and what is saved. */
export function exportTracks({ editor }: Pick<Studio, 'editor'>): string {
	const entries = frameSamples(editor.getDocument());
	return serializeAtiTracks(
		entries.map(({ samples }) => samples),
		entries.map(({ releasedAt }) => releasedAt),
	);
}

/** What is wrong with a project file, or with the picture inside it. */
export type OpenProjectError =
	| { readonly of: 'project'; readonly error: ProjectError }
	| { readonly of: 'image'; readonly error: ImageError };

/** Opens a project file's text in place of the shot; its picture is checked like any other file. */
export async function openProject(
	{ editor, pictures }: Parts,
	text: string,
	label: string,
): Promise<Result<WanDocument, OpenProjectError>> {
	const parsed = parseProject(text);
	if (!parsed.ok) return fail({ of: 'project', error: parsed.error });
	const { image } = parsed.value;
	let { document } = parsed.value;
	if (image) {
		const blob = new Blob([image.bytes as BlobPart], { type: image.mediaType });
		const opened = await pictures.open(blob, document.image?.name ?? '');
		if (!opened.ok) return fail({ of: 'image', error: opened.error });
		// What the bytes are counts, not what the file says of them.
		document = { ...document, image: opened.value };
	}
	editor.dispatch(label, [{ type: 'document/replace', document }]);
	return ok(document);
}

/**
 * Applies commands that come from a script; a value that no document may hold is refused before it is applied.
 * @throws {Error} with the path of the first value that is wrong.
 */
export function dispatchChecked(
	{ editor }: Pick<Studio, 'editor'>,
	commands: readonly Command[],
	label: string,
): void {
	const next = commands.reduce(applyCommand, editor.getDocument());
	const checked = documentSchema.safeParse(next);
	const issue = checked.error?.issues[0];
	if (issue) throw new Error(`${issue.path.join('.') || 'command'}: ${issue.message}`);
	editor.dispatch(label, commands);
}

/** The shot as one file, with its picture inside. */
export async function saveProject({ editor, pictures }: Parts): Promise<string> {
	const document = editor.getDocument();
	const image = document.image && (await pictures.bytesOf(document.image.sha256));
	return serializeProject(document, image ?? undefined);
}

import { applyCommand } from '#core/document/applyCommand.ts';
import type { Command } from '#core/document/commands.ts';
import { documentSchema, emptyDocument, type WanDocument } from '#core/document/document.ts';
import { serializeAtiTracks } from '#core/formats/atiTracks.ts';
import { presetForImage } from '#core/frame/framePresets.ts';
import { withImage } from '#core/frame/withImage.ts';
import { ok, type Result } from '#core/result.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import type { ImageError } from '#media/media.ts';
import type { Studio } from './createStudio.ts';

type Parts = Pick<Studio, 'editor' | 'pictures' | 'projects'>;

/**
 * A picture begins a new project: without tracks and prompt, with the settings of the shot before, and the frame takes the
 * preset nearest to the picture's shape. One undo step. @param keepTracks Replaces the picture under the shot instead.
 */
export async function openPicture(
	{ editor, pictures, projects }: Parts,
	blob: Blob,
	name: string,
	label: string,
	keepTracks = false,
): Promise<Result<{ readonly replaced: WanDocument }, ImageError>> {
	const opened = await pictures.open(blob, name);
	if (!opened.ok) return opened;
	const replaced = editor.getDocument();
	const image = opened.value;
	const put = (document: WanDocument) =>
		editor.dispatch(label, [{ type: 'document/replace', document }]);
	if (keepTracks) put(withImage(replaced, image));
	else
		projects.begin(() =>
			put({
				...emptyDocument,
				name: image.name.replace(/\.[a-z0-9]{2,5}$/i, '') || replaced.name,
				image,
				frame: { ...replaced.frame, ...presetForImage(image), crop: emptyDocument.frame.crop },
				shot: { ...replaced.shot, prompt: '' },
			}),
		);
	return ok({ replaced });
}

/** ATI tracks JSON of the visible tracks: what is uploaded and what is saved. */
export function exportTracks({ editor }: Pick<Studio, 'editor'>): string {
	const entries = frameSamples(editor.getDocument());
	return serializeAtiTracks(
		entries.map(({ samples }) => samples),
		entries.map(({ releasedAt }) => releasedAt),
	);
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

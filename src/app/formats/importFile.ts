import type { ForeignSource } from '#core/formats/readForeign.ts';
import { readForeign } from '#core/formats/readForeign.ts';
import type { Messages } from '#text/messages.ts';
import type { Toasts } from '#ui/controls/createToasts.ts';
import type { Studio } from '../studio/createStudio.ts';
import { type ImportOptions, importTracks, sourceOf } from '../studio/importTracks.ts';
import { formatErrorText, formatNoteText, formatsText } from './formatsText.ts';

export interface Speaker {
	readonly text: Messages;
	readonly toasts: Toasts;
}

/** What a dropped file is for; a picture is whatever is nothing else. */
export async function kindOfFile(file: File): Promise<'tracks' | 'project' | 'picture'> {
	if (/\.(pth|np[yz]|svg|csv|txt)$/i.test(file.name)) return 'tracks';
	const source = await sourceOf(await bytesOf(file), file.name);
	if (source.format === 'project') return 'project';
	// A picture with a workflow is a picture first; a video can only be its tracks.
	const isPicture = /^image\//.test(file.type) || /\.png$/i.test(file.name);
	if (source.format === 'comfy-workflow')
		return !isPicture && source.workflows ? 'tracks' : 'picture';
	return readForeign(source, frameOfNothing).ok ? 'tracks' : 'picture';
}

const frameOfNothing = { length: 81, fps: 16 };

/** Adds the tracks of a file to the shot and says so. @param others Dropped with it: Wan-Move's visibility. */
export async function importFile(
	studio: Studio,
	speaker: Speaker,
	file: File,
	others: readonly File[] = [],
): Promise<boolean> {
	const isPair = /\.npy$/i.test(file.name) && others.some(({ name }) => /\.npy$/i.test(name));
	const all = [file, ...others];
	const main = isPair ? (all.find(({ name }) => !/visib/i.test(name)) ?? file) : file;
	const beside = isPair ? all.find((other) => other !== main) : undefined;
	const source = await sourceOf(await bytesOf(main), main.name);
	return importSource(studio, speaker, {
		...source,
		...(beside ? { beside: await bytesOf(beside) } : {}),
	});
}

/** Offers the tracks that a picture of ComfyUI's holds; says nothing of any other picture. */
export async function offerTracks(studio: Studio, speaker: Speaker, file: Blob): Promise<void> {
	const source = await sourceOf(await bytesOf(file), '');
	if (!source.workflows || !readForeign(source, studio.editor.getDocument().frame).ok) return;
	const t = formatsText(speaker.text);
	speaker.toasts.show({
		title: t.pictureHasTracks,
		action: { label: t.addTracks, onAction: () => void importSource(studio, speaker, source) },
	});
}

function importSource(
	studio: Studio,
	speaker: Speaker,
	source: ForeignSource,
	options: ImportOptions = {},
): boolean {
	const { text, toasts } = speaker;
	const { editor } = studio;
	const t = formatsText(text);
	const imported = importTracks(studio, source, text.app.steps.importTracks, options);
	if (!imported.ok) {
		const { error } = imported;
		const isPairs =
			error.kind === 'ati' && error.error.kind === 'notAPoint' && error.error.found === 'pair';
		toasts.show({
			tone: 'error',
			title: text.app.files.importFailed,
			text: formatErrorText(error, text),
			...(isPairs && {
				action: {
					label: t.readAsPoints,
					onAction: () => void importSource(studio, speaker, { ...source, format: 'draganything' }),
				},
			}),
		});
		return false;
	}
	const { count, format, notes, isFitted } = imported.value;
	const again = () => {
		editor.undo();
		importSource(studio, speaker, source, { keepSamples: true });
	};
	const isAti = format === 'ati-json';
	toasts.show({
		tone: 'ok',
		title: isAti ? text.app.files.imported(count) : t.importedFrom(count, t.titles[format]),
		text: notes.map((note) => formatNoteText(note, text)).join(' '),
		action:
			isFitted && !isAti
				? { label: t.keepSamples, onAction: again }
				: { label: text.app.files.takeBack, onAction: editor.undo },
	});
	return true;
}

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

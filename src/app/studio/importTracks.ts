import { readEmbeddedWorkflow } from '#comfy/conversion/embedded/readEmbeddedWorkflow.ts';
import { detectFormat } from '#core/formats/detectFormat.ts';
import type { FormatError, FormatId, FormatNote } from '#core/formats/formatTypes.ts';
import { placeForeign } from '#core/formats/placeForeign.ts';
import { type ForeignSource, readForeign } from '#core/formats/readForeign.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Studio } from './createStudio.ts';

export interface ImportOptions {
	/** Every position a point with its own time, instead of few points within half a pixel. */
	readonly keepSamples?: boolean;
}

export interface ImportedTracks {
	readonly count: number;
	readonly format: FormatId;
	readonly notes: readonly FormatNote[];
	/** Few points were fitted to positions. */
	readonly isFitted: boolean;
}

/** Adds the tracks of a file to the shot as one undo step; a project is no file of tracks. */
export function importTracks(
	{ editor }: Pick<Studio, 'editor'>,
	source: ForeignSource,
	label: string,
	{ keepSamples = false }: ImportOptions = {},
): Result<ImportedTracks, FormatError> {
	const document = editor.getDocument();
	const read = readForeign(source, document.frame);
	if (!read.ok) return read;
	if (read.value.kind === 'project') return fail({ kind: 'unknownFormat' });
	const createId = () => createUuid((count) => crypto.getRandomValues(new Uint8Array(count)));
	const tracks = placeForeign(read.value, document, createId, { keepSamples });
	editor.dispatch(
		label,
		tracks.map((track) => ({ type: 'track/add', track })),
	);
	const { format, notes } = read.value;
	const isUnknown = read.value.space.of === 'image' && document.image === null;
	return ok({
		count: tracks.length,
		format,
		notes: isUnknown ? [...notes, { kind: 'imageUnknown' }] : notes,
		isFitted: !keepSamples && read.value.tracks.some((track) => track.kind === 'samples'),
	});
}

/** A file with what only a reader of ComfyUI's pictures and videos gets out of it. */
export async function sourceOf(bytes: Uint8Array, name: string): Promise<ForeignSource> {
	const format = detectFormat(bytes, name);
	const plain = { content: bytes, name, ...(format === null ? {} : { format }) };
	if (format !== 'comfy-workflow' || bytes[0] === 0x7b) return plain;
	const embedded = await readEmbeddedWorkflow(bytes);
	if (!embedded.ok) return plain;
	const workflows = [embedded.value.prompt, embedded.value.workflow].filter(Boolean);
	return { ...plain, workflows };
}

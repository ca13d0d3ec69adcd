import { type AtiError, type AtiNote, parseAtiTracks } from '#core/formats/atiTracks.ts';
import { tracksFromSamples } from '#core/formats/tracksToDocument.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import { ok, type Result } from '#core/result.ts';
import type { Studio } from './createStudio.ts';

/** Adds the tracks of a file to the shot as one undo step. */
export function importTracks(
	{ editor }: Pick<Studio, 'editor'>,
	text: string,
	label: string,
): Result<{ readonly count: number; readonly notes: readonly AtiNote[] }, AtiError> {
	const parsed = parseAtiTracks(text);
	if (!parsed.ok) return parsed;
	const tracks = tracksFromSamples(editor.getDocument(), parsed.value.tracks, () =>
		createUuid((count) => crypto.getRandomValues(new Uint8Array(count))),
	);
	editor.dispatch(
		label,
		tracks.map((track) => ({ type: 'track/add', track })),
	);
	return ok({ count: tracks.length, notes: parsed.value.notes });
}

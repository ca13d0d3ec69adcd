import { SAMPLE_COUNT } from '../../document/document.ts';
import { fail, type Result } from '../../result.ts';
import { parseAtiTracks } from '../atiTracks.ts';
import type { AtiNote } from '../atiTypes.ts';
import type { ForeignTracks, FormatError, FormatId, Space } from '../formatTypes.ts';
import { foreignTracks } from '../parts/foreignTracks.ts';

/** ATI tracks JSON in every shape of `parseAtiTracks`, frame px, as a foreign file. */
export function parseAtiJson(
	text: string,
	format: FormatId = 'ati-json',
): Result<ForeignTracks, FormatError> {
	const read = parseAtiTracks(text);
	return read.ok
		? fromAti(read.value, { of: 'frame' }, format)
		: fail({ kind: 'ati', error: read.error });
}

export const fromAti = (
	{
		tracks,
		notes,
	}: { readonly tracks: readonly Float64Array[]; readonly notes: readonly AtiNote[] },
	space: Space,
	format: FormatId = 'ati-json',
): Result<ForeignTracks, FormatError> =>
	foreignTracks(
		format,
		space,
		tracks.map((samples) => ({ kind: 'samples', samples, of: SAMPLE_COUNT })),
		notes,
	);

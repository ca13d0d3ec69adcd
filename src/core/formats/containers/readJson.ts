import { fail, ok, type Result } from '../../result.ts';
import { atiLimits } from '../atiTracks.ts';
import { type FormatError, formatLimits } from '../formatTypes.ts';
import { nestsDeeper } from '../nestsDeeper.ts';
import { parseLooseJson } from '../parseLooseJson.ts';

/** JSON (or what Python prints for it) of bounded length and depth. */
export function readJson(text: string): Result<unknown, FormatError> {
	const { characters } = atiLimits;
	if (text.length > characters)
		return fail({ kind: 'tooLarge', what: 'file', size: text.length, limit: characters });
	const { depth } = formatLimits;
	if (nestsDeeper(text, depth)) return fail({ kind: 'tooDeep', limit: depth });
	const json = parseLooseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
	return json.ok ? ok(json.value.value) : fail({ kind: 'notJson', ...json.error });
}

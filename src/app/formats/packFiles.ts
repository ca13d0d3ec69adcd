import { writeZip } from '#core/formats/containers/writeZip.ts';
import type { WrittenFile } from '#core/formats/writeForeign.ts';
import { safeFileName } from '#generation/download/safeFileName.ts';

/** One file as it is, several in one zip; null for none. @param shotName What the person calls the shot. */
export function packFiles(
	shotName: string,
	files: readonly WrittenFile[],
): {
	readonly name: string;
	readonly mediaType: string;
	readonly content: Uint8Array | string;
} | null {
	const [first] = files;
	if (!first) return null;
	const base = `${shotName} tracks`;
	if (files.length === 1) {
		const extension = first.ending.replace(/^.*\./, '');
		return {
			name: safeFileName(base, extension),
			mediaType: first.mediaType,
			content: first.content,
		};
	}
	const inside = files.map(({ ending, content }): [string, Uint8Array] => [
		/^-\d/.test(ending) ? `track${ending}` : ending.replace(/^-/, ''),
		typeof content === 'string' ? new TextEncoder().encode(content) : content,
	]);
	return {
		name: safeFileName(base, 'zip'),
		mediaType: 'application/zip',
		content: writeZip(Object.fromEntries(inside)),
	};
}

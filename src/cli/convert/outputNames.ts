import { basename, dirname, join } from 'node:path';
import type { FormatId } from '#core/formats/formatTypes.ts';
import type { WrittenFile } from '#core/formats/writeForeign.ts';

/** Several files lie beside each other: `x/tracks.npy` and `x/visibility.npy`, `a-01.txt` and `a-02.txt`. */
export function namesOf(
	output: string,
	files: readonly WrittenFile[],
): (readonly [path: string, content: WrittenFile['content']])[] {
	if (files.length === 1) return [[output, files[0]!.content]];
	const stem = basename(output)
		.replace(/\.[a-z0-9]+$/i, '')
		.replace(/[-_]?tracks$/, '');
	return files.map(({ ending, content }) => {
		const name = stem === '' ? ending.replace(/^-/, '') : `${stem}${ending}`;
		return [join(dirname(output), name), content];
	});
}

/** What a name asks to be written; undefined: it does not say. */
export function formatOf(path: string): FormatId | undefined {
	const name = path.toLowerCase();
	if (name.endsWith('.wanati.json')) return 'project';
	return byEnding[/\.([a-z0-9]+)$/.exec(name)?.[1] ?? ''];
}

const byEnding: Readonly<Record<string, FormatId>> = {
	json: 'ati-json',
	pth: 'ati-pth',
	npy: 'wan-move',
	svg: 'svg',
	csv: 'csv',
	png: 'spline-path-control',
};

import type { PictureFormat } from './sniffFile.ts';

/** Longest name kept, in characters. */
const longest = 120;

/**
 * A file's name made fit to show: the last part of a path, without control and direction-changing characters,
 * composed (NFC), at most 120 characters with its ending kept. It is only shown: no file is ever named by it.
 */
export function displayName(name: string, format: PictureFormat): string {
	const last = name.split(/[/\\]/).at(-1) ?? '';
	const clean = last
		.replace(/\p{Surrogate}/gu, '\ufffd')
		.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
		.normalize('NFC')
		.trim();
	if (/^\.*$/.test(clean)) return `image.${format === 'jpeg' ? 'jpg' : format}`;
	const characters = [...clean];
	if (characters.length <= longest) return clean;
	const ending = /\.[^.]{1,8}$/u.exec(clean)?.[0] ?? '';
	return `${characters.slice(0, longest - 1 - ending.length).join('')}…${ending}`;
}

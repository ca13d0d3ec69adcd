import { strToU8, zipSync } from 'fflate';

export interface ZippedFile {
	/** May hold folders: `frames/0001.png`. */
	readonly name: string;
	/** A string is stored as UTF-8. */
	readonly content: Uint8Array | string;
}

/** Files as a ZIP, stored as they are: pictures and videos are packed already. */
export const zipFiles = (files: readonly ZippedFile[]): Uint8Array =>
	zipSync(
		Object.fromEntries(
			files.map(({ name, content }) => [
				name,
				typeof content === 'string' ? strToU8(content) : content,
			]),
		),
		{ level: 0 },
	);

import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that a command is to read. */
export interface InputFile {
	readonly path: string;
	/** Met in a folder: nobody named it, so it may be of another kind. */
	readonly isMet: boolean;
}

/**
 * Files, folders and patterns (`shots/*.json`) as the files they stand for, each once, in the order given and by
 * name within one. What matches nothing stays as it is: reading it says so.
 * @param endings Of the files that are taken out of folders, without the dot.
 */
export async function inputFiles(
	named: readonly string[],
	endings: readonly string[],
): Promise<readonly InputFile[]> {
	const found = new Map<string, InputFile>();
	const add = (path: string, isMet: boolean): void => {
		if (found.get(path)?.isMet !== false) found.set(path, { path, isMet });
	};
	for (const name of named) {
		const kind = await stat(name).catch(() => undefined);
		if (kind?.isDirectory())
			for (const path of await search(`**/*.{${endings.join(',')}}`, name))
				add(join(name, path), true);
		else if (kind || !isPattern(name)) add(name, false);
		else {
			const paths = await search(name.replaceAll('\\', '/'));
			for (const path of paths) add(path, false);
			if (paths.length === 0) add(name, false);
		}
	}
	return [...found.values()];
}

const isPattern = (name: string): boolean => /[*?{[]/.test(name);

/** Hidden files and installed packages are nobody's shots. */
async function search(pattern: string, cwd = process.cwd()): Promise<string[]> {
	const { glob } = await import('tinyglobby');
	const paths = await glob(pattern, {
		cwd,
		ignore: ['**/node_modules/**'],
		expandDirectories: false,
	});
	return paths.sort(byNumber.compare);
}

const byNumber = new Intl.Collator('en', { numeric: true });

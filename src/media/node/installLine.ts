import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The line that installs packages where this program finds them.
 * @param program Where the program lies; one in a folder of packages that belongs to no project is installed for all.
 */
export function installLine(names: readonly string[], program: string = import.meta.url): string {
	const path = fileURLToPath(program);
	const [, owner] = /^(.*?)[\\/]node_modules[\\/]wan-ati[\\/]/.exec(path) ?? [];
	const isGlobal = owner !== undefined && !existsSync(`${owner}/package.json`);
	return `npm install ${isGlobal ? '-g ' : ''}${names.join(' ')}`;
}

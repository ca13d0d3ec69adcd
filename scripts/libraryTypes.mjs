import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { root, runNode, SetupError, tools } from './steps.mjs';

const emitted = join(root, '.tsc');
const target = join(root, 'dist', 'lib');

/**
 * Writes the declarations of the library: those of src/index.ts and all that they name, the rooms' `#core/...` imports
 * turned into relative ones. Types are checked by `npm run check`; here an error elsewhere stops nothing.
 */
export async function writeLibraryTypes() {
	await runNode([join(root, tools.tsc), '-b', join(root, 'tsconfig.library.json')]);
	const waiting = ['index.d.ts'];
	const seen = new Set(waiting);
	for (const path of waiting) {
		const source = sourceOf(path);
		if (!existsSync(source)) throw new SetupError(`There is no declaration ${source}.`);
		const text = readFileSync(source, 'utf8').replace(
			/((?:from|import)\s*\(?\s*['"])([#.][^'"]*)\.ts(['"])/g,
			(_, before, name, after) => {
				const named = name.startsWith('#')
					? `${name.slice(1)}.d.ts`
					: `${posix.join(posix.dirname(path), name)}.d.ts`;
				if (!seen.has(named)) {
					seen.add(named);
					waiting.push(named);
				}
				const relative = posix.relative(posix.dirname(path), named.replace(/\.d\.ts$/, '.js'));
				return `${before}${relative.startsWith('.') ? '' : './'}${relative}${after}`;
			},
		);
		const file = join(target, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}

/** Each room has a folder of its own for what tsc writes. */
function sourceOf(path) {
	if (path === 'index.d.ts') return join(emitted, 'library', path);
	const [room = '', inner = ''] = path.split('/');
	const nested = join(emitted, `${room}-${inner}`, path);
	return existsSync(nested) ? nested : join(emitted, room, path);
}

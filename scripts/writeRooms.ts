import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { roomFiles } from './roomFiles.ts';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const files = roomFiles(read('package.json'), read('biome.base.json'));
for (const [path, text] of files) {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}
execFileSync('node_modules/.bin/biome', ['format', '--write', ...files.keys()], {
	stdio: 'inherit',
});

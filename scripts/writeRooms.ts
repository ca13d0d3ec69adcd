import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { roomFiles } from './roomFiles.ts';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
for (const [path, text] of roomFiles(read('package.json'), read('biome.base.json'))) {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}

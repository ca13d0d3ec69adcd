import { readFileSync } from 'node:fs';

// Two folders up from src/cli and from dist/cli alike.
const packageRoot = new URL('../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as {
	version: string;
};

// A reader that goes away (`| head`, a closed terminal) must not end a run that is going on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
// `npm run` works in the checkout; the paths that a person types are from where they stand.
const { npm_lifecycle_event: script, INIT_CWD: typedIn } = process.env;
if (script === 'wan-ati' && typedIn !== undefined) process.chdir(typedIn);

const [first = ''] = process.argv.slice(2);
// Nothing else is loaded for it.
if (first === '--version' || first === '-V') process.stdout.write(`${version}\n`);
else await (await import('./program.ts')).runProgram(first, { version, packageRoot });

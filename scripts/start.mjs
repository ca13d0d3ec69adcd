import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { setup } from './setup.mjs';
import { endWith, nodePath, root } from './steps.mjs';

/** `npm start -- ...`: set-up, build, then `wan-ati serve ...` with the same arguments. */
try {
	await setup();
	await build();
	serve();
} catch (error) {
	endWith(error);
}

function serve() {
	const main = join(root, 'dist', 'cli', 'wan-ati.mjs');
	const child = spawn(nodePath(), [main, 'serve', ...process.argv.slice(2)], {
		stdio: 'inherit',
		// Paths of token files are meant from where npm was called.
		cwd: process.env.INIT_CWD ?? process.cwd(),
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
		process.on(signal, () => child.kill(signal));
	child.on('close', (code, signal) => {
		process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
	});
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export interface RunningProcess {
	/** Without a trailing slash. */
	readonly url: string;
	/** All that it printed. */
	output(): string;
	/** Ends it as Ctrl-C does and waits. */
	stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');

/** Starts a server of ours as a process of its own and waits for its line `ready URL`. */
export async function startProcess(
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<RunningProcess> {
	const child: ChildProcess = spawn(process.execPath, args, {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	const url = await new Promise<string>((done, failed) => {
		const read = (chunk: Buffer) => {
			output += String(chunk);
			const ready = /^ready (\S+?)\/?$/m.exec(output)?.[1];
			if (ready !== undefined) done(ready);
		};
		child.stdout?.on('data', read);
		child.stderr?.on('data', read);
		child.on('error', failed);
		child.on('exit', (code) =>
			failed(new Error(`${args.join(' ')} ended with ${code}:\n${output}`)),
		);
	});
	return {
		url,
		output: () => output,
		async stop() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const ended = once(child, 'exit');
			child.kill('SIGTERM');
			const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
			await ended;
			clearTimeout(late);
		},
	};
}

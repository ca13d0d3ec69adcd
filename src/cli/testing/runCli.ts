import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

export interface CliOptions {
	readonly cwd?: string;
	readonly env?: Readonly<Record<string, string>>;
	/** Called with stderr so far, each time more comes; may send a signal. */
	readonly onErr?: (err: string, child: ChildProcess) => void;
}

/** Runs `wan-ati` as people do: a process of its own. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<Ended> {
	const { cwd, onErr } = options;
	const child = spawn(process.execPath, [main, ...args], {
		...(cwd === undefined ? {} : { cwd }),
		env: {
			...process.env,
			WAN_ATI_COMFYUI: '',
			WAN_ATI_LANG: 'en',
			...options.env,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let out = '';
	let err = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		out += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		err += text;
		onErr?.(err, child);
	});
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, out, err }));
	});
}

/** A folder that goes when it is disposed. */
export function temporaryFolder(): { readonly path: string; dispose(): void } {
	const path = mkdtempSync(join(tmpdir(), 'wan-ati-cli-'));
	return { path, dispose: () => rmSync(path, { recursive: true, force: true }) };
}

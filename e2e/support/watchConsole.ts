import type { BrowserContext, ConsoleMessage } from '@playwright/test';

export interface ConsoleWatch {
	/** What went wrong so far, one line each. */
	readonly problems: string[];
	/** Lines that match are expected in this test. */
	allow(pattern: RegExp): void;
	/** Takes nothing more down. */
	close(): void;
}

/**
 * Collects every console error, uncaught exception, unhandled rejection and policy violation of a context.
 * That a ComfyUI does not answer is written to the console by the browser itself and is no error of ours; that a file
 * of our own is missing is one.
 */
export async function watchConsole(context: BrowserContext): Promise<ConsoleWatch> {
	const problems: string[] = [];
	const allowed: RegExp[] = [];
	let isOpen = true;
	const report = (line: string) => {
		if (isOpen && !allowed.some((pattern) => pattern.test(line))) problems.push(line);
	};
	context.on('console', (message) => {
		if (message.type() !== 'error' || isServerAway(message)) return;
		report(`console: ${message.text()} (${message.location().url})`);
	});
	// Told by the page itself too: not every violation is written to the console as an error.
	await context.exposeBinding('wanAtiReportViolation', (_source, line: string) =>
		report(`policy: ${line}`),
	);
	await context.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
			const where = `${sourceFile}:${lineNumber} ${sample}`;
			const tell = (window as unknown as { wanAtiReportViolation(line: string): void })
				.wanAtiReportViolation;
			tell(`${effectiveDirective} refused ${blockedURI} at ${where}`);
		});
	});
	context.on('weberror', (webError) => {
		// What was thrown may be no error at all, or nothing.
		const thrown: Partial<Error> | undefined = webError?.error();
		report(`uncaught: ${thrown?.stack ?? thrown?.message ?? String(thrown)}`);
	});
	return {
		problems,
		allow: (pattern) => allowed.push(pattern),
		close: () => {
			isOpen = false;
		},
	};
}

const comfyPaths =
	/\/(comfy\/[\w-]+|prompt|queue|history|view|ws|system_stats|object_info|models|features|interrupt|free|upload|api)([/?]|$)/;

function isServerAway(message: ConsoleMessage): boolean {
	const text = message.text();
	if (text.startsWith('Failed to load resource')) return comfyPaths.test(message.location().url);
	return (
		/^WebSocket connection to '.*' failed/.test(text) ||
		/^Access to fetch at '.*' has been blocked by CORS policy/.test(
			text.replace(/ from origin '.*?'/, ''),
		)
	);
}

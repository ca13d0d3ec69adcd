import { exitCodes } from '../shell/exitCodes.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One press of Ctrl-C may come twice: from the terminal and from npm, which passes it on. */
const samePressMs = 500;

/**
 * The first signal asks for a tidy end through `cancel`; the second ends the process at once.
 * @returns what takes the handlers off again.
 */
export function stopOnSignals(
	cancel: AbortController,
	{ onFirst, onSecond }: { readonly onFirst: () => void; readonly onSecond: () => void },
): () => void {
	let firstAt = 0;
	const stop = (): void => {
		if (cancel.signal.aborted) {
			if (Date.now() - firstAt < samePressMs) return;
			onSecond();
			process.exit(exitCodes.interrupted);
		}
		firstAt = Date.now();
		onFirst();
		cancel.abort();
	};
	for (const signal of signals) process.on(signal, stop);
	return () => {
		for (const signal of signals) process.off(signal, stop);
	};
}

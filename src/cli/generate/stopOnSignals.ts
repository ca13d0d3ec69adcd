import { exitCodes } from '../shell/exitCodes.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The first signal asks for a tidy end through `cancel`; the second ends the process at once.
 * @returns what takes the handlers off again.
 */
export function stopOnSignals(
	cancel: AbortController,
	{ onFirst, onSecond }: { readonly onFirst: () => void; readonly onSecond: () => void },
): () => void {
	const stop = (): void => {
		if (cancel.signal.aborted) {
			onSecond();
			process.exit(exitCodes.interrupted);
		}
		onFirst();
		cancel.abort();
	};
	for (const signal of signals) process.on(signal, stop);
	return () => {
		for (const signal of signals) process.off(signal, stop);
	};
}

import type { ComfyPlatform } from '#comfy/transport/platform.ts';

/** Lets those that wait look again. */
export interface Turn {
	next(): void;
	/** Until `next` or the signal. */
	wait(signal: AbortSignal): Promise<void>;
}

export function createTurn(): Turn {
	let waiting: (() => void)[] = [];
	return {
		next() {
			const all = waiting;
			waiting = [];
			for (const wake of all) wake();
		},
		wait: (signal) =>
			new Promise((resolve) => {
				if (signal.aborted) return resolve();
				const wake = (): void => {
					signal.removeEventListener('abort', wake);
					resolve();
				};
				signal.addEventListener('abort', wake);
				waiting.push(wake);
			}),
	};
}

/** So long, or until the signal. */
export function pause(
	{ setTimeout, clearTimeout }: Pick<ComfyPlatform, 'setTimeout' | 'clearTimeout'>,
	ms: number,
	signal: AbortSignal,
): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) return resolve();
		const end = (): void => {
			clearTimeout(timer);
			signal.removeEventListener('abort', end);
			resolve();
		};
		const timer = setTimeout(end, ms);
		signal.addEventListener('abort', end);
	});
}

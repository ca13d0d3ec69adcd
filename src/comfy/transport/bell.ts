import type { ComfyPlatform } from './platform.ts';

/** A wait that ends early when somebody rings; one waiter at a time. */
export interface Bell {
	/** Ends the wait at hand, or the next one if nobody waits. */
	ring(): void;
	/** Resolves after `ms` or at the next ring, whichever comes first; at once after `dispose`. */
	wait(ms: number): Promise<void>;
	/** Ends the wait and clears its timer; later waits end at once. */
	dispose(): void;
}

export function createBell(platform: Pick<ComfyPlatform, 'setTimeout' | 'clearTimeout'>): Bell {
	let rung = false;
	let disposed = false;
	let end: (() => void) | undefined;

	const ring = (): void => {
		if (end) end();
		else rung = true;
	};
	return {
		ring,
		wait: (ms) =>
			new Promise((resolve) => {
				if (rung || disposed) {
					rung = false;
					resolve();
					return;
				}
				const timer = platform.setTimeout(() => end?.(), ms);
				end = () => {
					end = undefined;
					platform.clearTimeout(timer);
					resolve();
				};
			}),
		dispose: () => {
			disposed = true;
			ring();
		},
	};
}

import type { Steps } from '#core/lint/steps.ts';

/** Ms of work in a row: a frame of the screen keeps room for its own. */
const sliceMs = 6;
/** A page that is never idle gets on with it after so many ms. */
const patienceMs = 250;

/** Works steps off while the page has nothing else to do. @returns gives up; `done` is then not called. */
export function idleSteps<T>(steps: Steps<T>, done: (value: T) => void): () => void {
	let stop = whenIdle(slice);
	function slice(deadline?: IdleDeadline): void {
		const room = deadline && !deadline.didTimeout ? deadline.timeRemaining() : sliceMs;
		const until = performance.now() + Math.min(sliceMs, room);
		do {
			const result = steps.next();
			if (result.done) {
				done(result.value);
				return;
			}
		} while (performance.now() < until);
		stop = whenIdle(slice);
	}
	return () => stop();
}

/** Safari has no idle callbacks: there the next turn of the page must do. */
function whenIdle(work: (deadline?: IdleDeadline) => void): () => void {
	if (typeof requestIdleCallback !== 'function') {
		const timer = setTimeout(() => work(), 1);
		return () => clearTimeout(timer);
	}
	const handle = requestIdleCallback(work, { timeout: patienceMs });
	return () => cancelIdleCallback(handle);
}

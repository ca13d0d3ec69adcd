import type { RunPlan } from '#comfy/run/runPlan.ts';
import type { RunState } from '#comfy/run/runState.ts';
import type { EngineEvent } from '../engine.ts';

/** Shares of a job's bar before and after the server's own work: uploading, fetching. */
const before = 0.02;
const after = 0.02;

/**
 * Turns states of a run into engine events, each told once.
 * @param isResumed Begin where the record left off: that it waits is told only when it was seen waiting.
 */
export function createRunReporter(
	plan: RunPlan,
	emit: (event: EngineEvent) => void,
	isResumed: boolean,
): (state: RunState) => void {
	let told = '';
	let progress = '';
	return (state) => {
		// The end of the run on the server is where we begin to fetch.
		const phase = state.phase === 'ended' ? 'finishing' : state.phase;
		const isGuess = isResumed && phase === 'pending' && state.position === undefined;
		if (!isGuess && (state.phase !== 'ended' || state.end?.state === 'done')) {
			const key = `${phase} ${state.position ?? ''}`;
			if (key !== told) {
				told = key;
				emit({
					type: 'state',
					state: phase,
					...(state.position === undefined ? {} : { position: state.position }),
				});
			}
		}
		const fraction = before + (1 - before - after) * state.fraction;
		const node = state.node === undefined ? undefined : (plan.titles[state.node] ?? state.node);
		const key = `${fraction} ${state.step?.value ?? ''} ${node ?? ''}`;
		if (state.phase === 'pending' || key === progress) return;
		progress = key;
		emit({
			type: 'progress',
			fraction,
			...(state.step ? { step: state.step } : {}),
			...(node === undefined ? {} : { node }),
		});
	};
}

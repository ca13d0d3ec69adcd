import type { EngineOutcome } from '#jobs/engine.ts';
import type { EngineError } from '#jobs/engineError.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { type ExitCode, exitCodes } from '../shell/exitCodes.ts';

/** Why there is no video. */
export function describeOutcome(
	outcome: Exclude<EngineOutcome, { state: 'done' }>,
	{ text, app }: Pick<Shell, 'text' | 'app'>,
): Failure {
	if (outcome.state === 'cancelled')
		return { exitCode: exitCodes.interrupted, kind: 'interrupted', message: text.interrupted };
	if (outcome.state === 'lost')
		return { exitCode: exitCodes.failed, kind: 'lost', message: text.generate.lost };
	return describeEngineError(outcome.error, { app });
}

/** What a server, or the way to it, has against us. */
export function describeEngineError(error: EngineError, { app }: Pick<Shell, 'app'>): Failure {
	const { kind, ...facts } = error;
	const sentence = app.errors.engine(error);
	const message = `${sentence.title}. ${sentence.text.replaceAll('`', '')}`;
	return { exitCode: exitCodeOf(error), kind, message, facts };
}

/** 4: nobody there, or nobody who speaks ComfyUI. 5: ComfyUI says no before anything runs. 1: the run failed. */
function exitCodeOf({ kind }: EngineError): ExitCode {
	switch (kind) {
		case 'unreachable':
		case 'protocol':
		case 'notSent':
			return exitCodes.unreachable;
		case 'origin':
		case 'http':
		case 'missingNodes':
		case 'missingModel':
		case 'validation':
		case 'upload':
			return exitCodes.refused;
		case 'image':
			return exitCodes.invalid;
		default:
			return exitCodes.failed;
	}
}

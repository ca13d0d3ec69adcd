import type { EngineOutcome } from '../engine.ts';
import type { EngineError } from '../engineError.ts';

/** What a failed run says of the server that it ran on. */
export type FaultKind =
	/** The server, or the way to it: the same run may work later. */
	| 'fault'
	/** It cannot do this run, another one may: a model or a node is missing there, a value is not allowed. */
	| 'refusal'
	/** The run itself. */
	| 'run';

/** Who is to blame. Only `fault` is worth trying again on the same server. */
export function faultKind(outcome: EngineOutcome): FaultKind {
	// Restarted, or its queue was cleared.
	if (outcome.state === 'lost') return 'fault';
	if (outcome.state !== 'failed') return 'run';
	return kindOf(outcome.error);
}

function kindOf(error: EngineError): FaultKind {
	switch (error.kind) {
		case 'unreachable':
		case 'protocol':
		case 'notSent':
		case 'outputGone':
			return 'fault';
		case 'http':
		case 'upload':
			// 408 and 429 ask for patience, the other 4xx say no.
			return error.status >= 500 || error.status === 408 || error.status === 429
				? 'fault'
				: 'refusal';
		case 'origin':
		case 'missingNodes':
		case 'missingModel':
		case 'validation':
			return 'refusal';
		default:
			return 'run';
	}
}

/** Whether the server answers at all is in doubt, not just this run. */
export const isOfTheServer = (outcome: EngineOutcome): boolean =>
	outcome.state === 'failed' && ['unreachable', 'protocol'].includes(outcome.error.kind);

/** A run that was sent may still be there, or be done: it is looked for before it is paid for twice. */
export const isWorthLooking = (outcome: EngineOutcome): boolean =>
	outcome.state === 'failed' &&
	['unreachable', 'http', 'protocol', 'origin', 'notSent'].includes(outcome.error.kind);

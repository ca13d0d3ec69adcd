import { type ExitCode, exitCodes } from './exitCodes.ts';

/** Why a command ends early; in the JSON document it is `error`. */
export interface Failure {
	readonly exitCode: ExitCode;
	/** Stable name for scripts: `unreadable`, `missingModel` ... */
	readonly kind: string;
	/** For people, in their language. */
	readonly message: string;
	/** More for scripts: paths, names, findings. */
	readonly facts?: Readonly<Record<string, unknown>>;
}

/** How a command ends: one JSON document, or text for people. */
export interface Ending {
	readonly exitCode: ExitCode;
	/** `ok` and `exitCode` are added. */
	readonly document: Readonly<Record<string, unknown>>;
	/** For stdout without `--json`; empty: nothing. */
	readonly text: string;
	/** For stderr without `--json`. */
	readonly errorText?: string;
}

export const failureEnding = (
	{ exitCode, kind, message, facts }: Failure,
	label: string,
): Ending => ({
	exitCode,
	document: { error: { kind, message, ...facts } },
	text: '',
	errorText: `${label}: ${message}\n`,
});

export const isOk = (ending: Pick<Ending, 'exitCode'>): boolean => ending.exitCode === exitCodes.ok;

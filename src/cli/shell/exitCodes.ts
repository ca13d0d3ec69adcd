/** What the process ends with; scripts rely on them. */
export const exitCodes = {
	ok: 0,
	/** It was tried and did not work: the run failed, the disk is full, a package is missing. */
	failed: 1,
	/** The command line itself is wrong. */
	usage: 2,
	/** A file that was given is unreadable or has errors. */
	invalid: 3,
	/** No ComfyUI answers. */
	unreachable: 4,
	/** ComfyUI says no: a node or model is missing, a value is not allowed, 401, 403, 413 ... */
	refused: 5,
	/** Ctrl-C: 128 + SIGINT. */
	interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

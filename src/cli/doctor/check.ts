import type { ExitCode } from '../shell/exitCodes.ts';

/** One thing that was looked at. */
export interface Check {
	/** Stable for scripts: `node`, `media`, `disk`, `server`, `version`, `nodes`, `models`, `memory`, `origin`. */
	readonly kind: string;
	readonly state: 'ok' | 'warning' | 'error';
	/** The server that is meant. */
	readonly server?: string;
	/** What was found. */
	readonly found: string;
	/** What to do about it. */
	readonly remedy?: string;
	/** What an error means for the whole. */
	readonly exitCode?: ExitCode;
}

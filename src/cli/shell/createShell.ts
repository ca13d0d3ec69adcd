import { stringifyLosslessJson } from '#comfy/conversion/json/stringifyLosslessJson.ts';
import type { CliMessages } from '#text/cliMessages.ts';
import { type Catalogue, loadCatalogue } from '#text/cliMessages.ts';
import type { Messages } from '#text/messages.ts';
import { createProgress, type Progress } from './createProgress.ts';
import { type Ending, failureEnding, isOk } from './ending.ts';
import { exitCodes } from './exitCodes.ts';

/** What every command takes. */
export interface CommonFlags {
	readonly json?: boolean;
	readonly quiet?: boolean;
}

/** Where a command speaks: results on stdout, everything else on stderr. */
export interface Shell {
	readonly text: CliMessages;
	readonly app: Messages;
	readonly progress: Progress;
	/** A line that `--quiet` leaves out. */
	say(line: string): void;
	/** A line that is always written. */
	warn(line: string): void;
}

/** Runs a command's work and ends as it says: the exit code is set, the process ends when all is written. */
export async function withShell(
	flags: CommonFlags,
	work: (shell: Shell) => Promise<Ending>,
): Promise<void> {
	const catalogue = await loadCatalogue(languageOf(process.env));
	const shell = createShell(flags, catalogue);
	let ending: Ending;
	try {
		ending = await work(shell);
	} catch (cause) {
		// A bug of ours: what it was goes to stderr whole, and whoever reads stdout gets the document it expects.
		const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
		const failure = { exitCode: exitCodes.failed, kind: 'internal', message };
		ending = failureEnding(failure, shell.text.error);
		if (flags.json) shell.warn(message);
	} finally {
		shell.progress.end();
	}
	process.exitCode = ending.exitCode;
	if (flags.json) process.stdout.write(jsonDocument(ending));
	else if (ending.text !== '') process.stdout.write(ending.text);
	if (!flags.json && ending.errorText !== undefined) process.stderr.write(ending.errorText);
}

/** One document, indented, with a line end. */
export const jsonDocument = (ending: Pick<Ending, 'document' | 'exitCode'>): string =>
	`${stringifyLosslessJson({ ok: isOk(ending), exitCode: ending.exitCode, ...ending.document }, '\t')}\n`;

function createShell({ quiet = false }: CommonFlags, catalogue: Catalogue): Shell {
	const write = (text: string): void => void process.stderr.write(text);
	const progress = createProgress({
		write: quiet ? () => undefined : write,
		isTerminal: process.stderr.isTTY === true && process.env.TERM !== 'dumb',
		color: !process.env.NO_COLOR,
		columns: () => process.stderr.columns || 80,
	});
	return {
		text: catalogue.cli,
		app: catalogue.app,
		progress,
		say: (line) => progress.line(line),
		warn: (line) => (quiet ? write(`${line}\n`) : progress.line(line)),
	};
}

/** `WAN_ATI_LANG`, else the locale's; English unless it is French. */
const languageOf = (environment: NodeJS.ProcessEnv): 'en' | 'fr' => {
	const { WAN_ATI_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
	return /^fr/i.test(WAN_ATI_LANG || LC_ALL || LC_MESSAGES || LANG || '') ? 'fr' : 'en';
};

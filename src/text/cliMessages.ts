import { cli } from './en/cli.ts';
import { type Language, loadMessages, type Messages } from './messages.ts';

/** Apart from `Messages`, so that the app does not carry it. */
export type CliMessages = typeof cli;

/** Everything that the command line says, in one language. */
export interface Catalogue {
	readonly cli: CliMessages;
	readonly app: Messages;
}

export async function loadCatalogue(language: Language): Promise<Catalogue> {
	const app = await loadMessages(language);
	return { cli: language === 'fr' ? (await import('./fr/cli.ts')).cli : cli, app };
}

import { en } from './en/en.ts';

/** English is the reference: another language is complete when it has this type. */
export type Messages = typeof en;
export type Language = 'en' | 'fr';
export const languages: readonly Language[] = ['en', 'fr'];

export { en };

/** The catalogue of a language; French travels only when asked for. */
export async function loadMessages(language: Language): Promise<Messages> {
	return language === 'fr' ? (await import('./fr/fr.ts')).fr : en;
}

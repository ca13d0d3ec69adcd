import type { binding } from './en/binding.ts';
import { en } from './en/en.ts';
import type { link } from './en/link.ts';

/** English is the reference: another language is complete when it has this type. */
export type Messages = typeof en;
/** Of the parts that travel after the drawing; see `useLinkText` in the generation room. */
export type LinkMessages = typeof link;
export type BindingMessages = typeof binding;
export type Language = 'en' | 'fr';
export const languages: readonly Language[] = ['en', 'fr'];

export { en };

/** The catalogue of a language; French travels only when asked for. */
export async function loadMessages(language: Language): Promise<Messages> {
	return language === 'fr' ? (await import('./fr/fr.ts')).fr : en;
}

import { type DraftMessages, draft as english } from '#text/en/draft.ts';
import { draft as french } from '#text/fr/draft.ts';
import { en } from '#text/messages.ts';
import type { Shell } from '../shell/createShell.ts';

/** Texts of the draft in the language of the rest. */
export const draftText = ({ app }: Pick<Shell, 'app'>): DraftMessages =>
	app === en ? english : french;

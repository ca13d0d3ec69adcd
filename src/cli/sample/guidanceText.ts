import { guidance as english, type GuidanceMessages } from '#text/en/guidance.ts';
import { guidance as french } from '#text/fr/guidance.ts';
import { en } from '#text/messages.ts';
import type { Shell } from '../shell/createShell.ts';

/** Texts of guidance in the language of the rest. */
export const guidanceText = ({ app }: Pick<Shell, 'app'>): GuidanceMessages =>
	app === en ? english : french;

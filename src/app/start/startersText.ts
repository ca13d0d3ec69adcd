import { starters as english } from '#text/en/starters.ts';
import { starters as french } from '#text/fr/starters.ts';
import { en } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of the starter shots, in the language of the rest. They are no part of what the drawing waits for. */
export const useStartersText = (): typeof english => (useText() === en ? english : french);

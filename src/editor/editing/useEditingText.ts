import { type EditingMessages, editing as english } from '#text/en/editing.ts';
import { editing as french } from '#text/fr/editing.ts';
import { en } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** The texts of edits and options, in the page's language; only code that travels later may ask for them. */
export const useEditingText = (): EditingMessages => (useText() === en ? english : french);

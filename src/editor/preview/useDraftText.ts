import { type DraftMessages, draft as english } from '#text/en/draft.ts';
import { draft as french } from '#text/fr/draft.ts';
import { en } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of the draft, in the language of the rest. They are no part of what the drawing waits for. */
export const useDraftText = (): DraftMessages => (useText() === en ? english : french);

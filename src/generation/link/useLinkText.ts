import { link as english } from '#text/en/link.ts';
import { link as french } from '#text/fr/link.ts';
import { en, type LinkMessages } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of the link to ComfyUI, in the language of the rest. They are no part of what the drawing waits for. */
export const useLinkText = (): LinkMessages => (useText() === en ? english : french);

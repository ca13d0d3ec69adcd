import { embed as english } from '#text/en/embed.ts';
import { embed as french } from '#text/fr/embed.ts';
import { en } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of the editor inside ComfyUI, in the language of the rest. */
export const useEmbedText = (): typeof english => (useText() === en ? english : french);

import { explain as english } from '#text/en/explain.ts';
import { explain as french } from '#text/fr/explain.ts';
import { en } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of "What ComfyUI will get", in the language of the rest; they travel with the dialog. */
export const useExplainText = (): typeof english => (useText() === en ? english : french);

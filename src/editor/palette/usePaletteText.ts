import { palette as english, type PaletteMessages } from '#text/en/palette.ts';
import { palette as french } from '#text/fr/palette.ts';
import { en } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of palette and sheet, in the language of the rest. */
export const usePaletteText = (): PaletteMessages => (useText() === en ? english : french);

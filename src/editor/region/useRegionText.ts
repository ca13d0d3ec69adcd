import { region as english, type RegionMessages } from '#text/en/region.ts';
import { region as french } from '#text/fr/region.ts';
import { en } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of the region tool, in the language of the rest. They are no part of what the drawing waits for. */
export const useRegionText = (): RegionMessages => (useText() === en ? english : french);

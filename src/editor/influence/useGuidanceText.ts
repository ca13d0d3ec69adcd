import { guidance as english, type GuidanceMessages } from '#text/en/guidance.ts';
import { guidance as french } from '#text/fr/guidance.ts';
import { en } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of guidance, in the language of the rest. They are no part of what the drawing waits for. */
export const useGuidanceText = (): GuidanceMessages => (useText() === en ? english : french);

import { time as english, type TimeMessages } from '#text/en/time.ts';
import { time as french } from '#text/fr/time.ts';
import { en } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of time, in the language of the rest. They are no part of what the drawing waits for. */
export const useTimeText = (): TimeMessages => (useText() === en ? english : french);

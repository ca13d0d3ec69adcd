import { binding as english } from '#text/en/binding.ts';
import { binding as french } from '#text/fr/binding.ts';
import { type BindingMessages, en } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of imported workflows, in the language of the rest. They are no part of what the drawing waits for. */
export const useBindingText = (): BindingMessages => (useText() === en ? english : french);

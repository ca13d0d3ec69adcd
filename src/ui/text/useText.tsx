import { createContext, useContext } from 'react';
import { en, type Messages } from '#text/messages.ts';

const TextContext = createContext<Messages>(en);

/** Provides the catalogue of the chosen language. */
export const TextProvider = TextContext.Provider;

/** The message catalogue: `useText().editor.play`. */
export const useText = (): Messages => useContext(TextContext);

import { projects as english } from '#text/en/projects.ts';
import { projects as french } from '#text/fr/projects.ts';
import { en, type Messages } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

type ProjectsMessages = typeof english;

/** Texts of the project list and of sharing, in the language of the rest. They are no part of what the drawing waits for. */
export const projectsText = (text: Messages): ProjectsMessages => (text === en ? english : french);

export const useProjectsText = (): ProjectsMessages => projectsText(useText());

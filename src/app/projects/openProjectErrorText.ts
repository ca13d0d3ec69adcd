import type { Messages } from '#text/messages.ts';
import { imageErrorText } from '../imageErrorText.ts';
import type { OpenProjectError } from '../studio/projectFiles.ts';
import { projectsText } from './projectsText.ts';

/** Why a project did not open, in a sentence. */
export function openProjectErrorText(error: OpenProjectError, text: Messages): string {
	switch (error.of) {
		case 'project':
			return text.findings.projectError(error.error);
		case 'png':
			return projectsText(text).png[error.error.kind];
		case 'image':
			return imageErrorText(error.error, text);
	}
}

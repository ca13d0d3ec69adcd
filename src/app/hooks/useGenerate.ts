import { useCallback } from 'react';
import type { WanDocument } from '#core/document/document.ts';
import type { Finding } from '#core/lint/lintDocument.ts';
import { lintDocument } from '#core/lint/lintDocument.ts';
import { useEditor } from '#editor/useEditor.ts';
import { useText } from '#ui/text/useText.tsx';
import type { Studio } from '../studio/createStudio.ts';

const findingsOf = new WeakMap<WanDocument, readonly Finding[]>();

/** Findings of a document, worked out once each. */
function lintOnce(document: WanDocument): readonly Finding[] {
	const known = findingsOf.get(document) ?? lintDocument(document);
	findingsOf.set(document, known);
	return known;
}

/**
 * Generate and what stands in its way.
 * @returns `blocked`: the first error's title, undefined when there is none; `generate` queues a job and shows it.
 */
export function useGenerate(
	studio: Studio,
	onNoServer: () => void,
): { readonly blocked: string | undefined; readonly generate: () => void } {
	const text = useText();
	const error = useEditor(studio.editor, (state) =>
		lintOnce(state.history.present).find(({ severity }) => severity === 'error'),
	);
	const generate = useCallback(() => {
		const { editor, generation, jobs, preferences, servers } = studio;
		const document = editor.getDocument();
		if (lintOnce(document).some(({ severity }) => severity === 'error')) return;
		const isDraft = preferences.get().engine === 'draft';
		if (!isDraft && !servers.selected()) return onNoServer();
		const jobId = jobs.submit({ engine: isDraft ? 'draft' : 'comfy', document });
		generation.getState().openJob(jobId);
	}, [studio, onNoServer]);
	const blocked = error
		? error.rule === 'no-image'
			? text.app.header.generateNoImage
			: text.app.header.generateBlocked
		: undefined;
	return { blocked, generate };
}

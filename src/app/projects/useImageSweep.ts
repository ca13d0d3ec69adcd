import { useEffect } from 'react';
import type { WanDocument } from '#core/document/document.ts';
import type { Studio } from '../studio/createStudio.ts';

/** Long after the page has opened, so that it is in nobody's way. */
const DELAY_MS = 20_000;
/** What was kept later than that may be of a tab that has not saved its shot yet. */
const AGE_MS = 60 * 60 * 1000;

/** Once a visit: forgets the start images that no project, no result and no step of this tab's history shows. */
export function useImageSweep({ database, editor }: Studio): void {
	useEffect(() => {
		const sweep = async () => {
			// As stored, so that nothing is forgotten where they cannot be read.
			const [infos, records] = await Promise.all([database.projects.list(), database.jobs.list()]);
			const { undos, redos, present } = editor.getState().history;
			const documents: readonly WanDocument[] = [
				present,
				...records.map(({ document }) => document),
				...[...undos, ...redos].flatMap(({ before, after }) => [before, after]),
			];
			const used = new Set([
				...infos.map(({ imageSha256 }) => imageSha256),
				...documents.map(({ image }) => image?.sha256),
			]);
			await database.images.sweep((sha256) => used.has(sha256), Date.now() - AGE_MS);
		};
		// What could not be swept takes room until the next visit.
		const timer = setTimeout(() => void sweep().catch(() => undefined), DELAY_MS);
		return () => clearTimeout(timer);
	}, [database, editor]);
}

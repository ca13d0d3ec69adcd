import { useEffect } from 'react';
import { sweepReports } from '../metrics/sweepReports.ts';
import type { Studio } from '../studio/createStudio.ts';
import { studioTrash } from './studioTrash.ts';

/** Long after the page has opened, so that it is in nobody's way. */
const SWEEP_MS = 20_000;

/** Removes what was deleted in an earlier visit or by a tab that is gone, and the reports that were left behind. */
export function useTrash(studio: Studio): void {
	useEffect(() => {
		studioTrash(studio);
		const timer = setTimeout(
			// What could not be swept takes room until the next visit.
			() => void sweepReports(studio.database.jobs).catch(() => undefined),
			SWEEP_MS,
		);
		return () => clearTimeout(timer);
	}, [studio]);
}

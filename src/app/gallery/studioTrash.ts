import { createTrash, type Trash } from '#jobs/trash/createTrash.ts';
import type { Studio } from '../studio/createStudio.ts';
import { runLog } from '../studio/runLog.ts';

type Parts = Pick<Studio, 'jobs' | 'tabs'>;

const trashes = new WeakMap<object, Trash>();

/** The trash of a studio: one as long as the page lives; what is in it then is left to other tabs and to the next visit. */
export function studioTrash({ jobs, tabs }: Parts): Trash {
	const known = trashes.get(jobs);
	if (known) return known;
	const trash = createTrash({ manager: jobs, tabs, now: Date.now, onRemoved: runLog.remove });
	trashes.set(jobs, trash);
	return trash;
}

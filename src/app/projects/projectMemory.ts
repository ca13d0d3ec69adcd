import type { ProjectMemory } from './createProjects.ts';

const KEY = 'wan-ati.project';

/** In the browser's own small stores; without them (refused, full) the project saved last is opened. */
export const projectMemory: ProjectMemory = {
	get: () => stores().flatMap((store) => store.getItem(KEY) ?? []),
	set(projectId) {
		for (const store of stores())
			try {
				store.setItem(KEY, projectId);
			} catch {
				// Full.
			}
	},
};

/** A tab's own store, then the one of all tabs; reading the names throws where storage is refused. */
function stores(): readonly Storage[] {
	try {
		return [sessionStorage, localStorage];
	} catch {
		return [];
	}
}

import { useCallback, useEffect, useState } from 'react';
import type { ProjectInfo } from '../persistence/projectRecord.ts';
import type { Studio } from '../studio/createStudio.ts';

export interface ProjectList {
	/** Newest first; undefined until they are read. */
	readonly infos: readonly ProjectInfo[] | undefined;
	readonly hasFailed: boolean;
	readonly refresh: () => Promise<void>;
}

/** The stored projects, with what was still waiting to be saved. */
export function useProjectList({ database, projects }: Studio): ProjectList {
	const [infos, setInfos] = useState<readonly ProjectInfo[]>();
	const [hasFailed, setFailed] = useState(false);
	const refresh = useCallback(async () => {
		try {
			await projects.autosave.flush();
			setInfos(await database.projects.list());
			setFailed(false);
		} catch {
			setFailed(true);
		}
	}, [database, projects]);
	useEffect(() => {
		void refresh();
		return projects.subscribe(() => void refresh());
	}, [refresh, projects]);
	return { infos, hasFailed, refresh };
}

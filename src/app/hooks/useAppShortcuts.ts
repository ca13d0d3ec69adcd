import { useEffect } from 'react';
import type { Studio } from '../studio/createStudio.ts';

/** Keys of the whole window: Ctrl Enter generates, Ctrl . cancels the newest open run. They work from fields too. */
export function useAppShortcuts({
	studio,
	generate,
}: {
	readonly studio: Studio;
	readonly generate: () => void;
}): void {
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			if (!(event.ctrlKey || event.metaKey) || event.repeat || event.defaultPrevented) return;
			if (event.key === 'Enter') generate();
			else if (event.key === '.') cancelNewest(studio);
			else return;
			event.preventDefault();
		};
		window.addEventListener('keydown', onKeyDown);
		return () => window.removeEventListener('keydown', onKeyDown);
	}, [studio, generate]);
}

function cancelNewest({ jobs }: Studio): void {
	const open = jobs.getJobs().findLast(({ state }) => state === 'running' || state === 'queued');
	if (open) jobs.cancel(open.id);
}

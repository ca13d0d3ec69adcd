import { useEffect } from 'react';
import { type AppCommand, chordOf } from '#editor/input/keymap.ts';
import { customKeymap } from '#editor/input/shortcuts.ts';
import type { Palette } from '../palette/usePalette.ts';
import type { Studio } from '../studio/createStudio.ts';
import { focusRegion } from './focusRegion.ts';
import { usePreferences } from './usePreferences.ts';

/**
 * The person's own shortcuts for the editor, and the keys of the whole window: palette, shortcut sheet, generating, cancelling.
 * With Ctrl, and function keys, they work from fields too.
 */
export function useAppShortcuts({
	studio,
	generate,
	palette: { show },
}: {
	readonly studio: Studio;
	readonly generate: () => void;
	readonly palette: Palette;
}): void {
	const { editor, preferences } = studio;
	const { shortcuts } = usePreferences(preferences);
	useEffect(() => editor.setKeymap(customKeymap(shortcuts)), [editor, shortcuts]);
	useEffect(() => {
		const runs: Readonly<Record<AppCommand, () => void>> = {
			'app/palette': () => show('commands'),
			'app/shortcuts': () => show('shortcuts'),
			'app/generate': generate,
			'app/cancelRun': () => cancelNewest(studio),
			'app/nextRegion': () => focusRegion(document, 1),
			'app/previousRegion': () => focusRegion(document, -1),
		};
		const onKeyDown = (event: KeyboardEvent) => {
			if (event.repeat || event.defaultPrevented || event.isComposing) return;
			const chord = chordOf(event);
			const run = runs[editor.getState().keymap[chord] as AppCommand];
			if (!run || (!/Ctrl|F\d/.test(chord) && isTyping(event.target))) return;
			run();
			event.preventDefault();
		};
		window.addEventListener('keydown', onKeyDown);
		return () => window.removeEventListener('keydown', onKeyDown);
	}, [studio, editor, generate, show]);
}

const isTyping = (target: EventTarget | null): boolean =>
	target instanceof Element &&
	target.closest('input:not([type=checkbox], [type=radio]), textarea, [contenteditable]') !== null;

export function cancelNewest({ jobs }: Studio): void {
	const open = jobs.getJobs().findLast(({ state }) => state === 'running' || state === 'queued');
	if (open) jobs.cancel(open.id);
}

import { Keyboard, Search } from 'lucide-react';
import { useMemo } from 'react';
import type { AppCommand } from '#editor/input/keymap.ts';
import { customKeymap, shortcutOf } from '#editor/input/shortcuts.ts';
import type { MenuItem } from '#ui/controls/Menu.tsx';
import { useText } from '#ui/text/useText.tsx';
import { usePreferences } from '../hooks/usePreferences.ts';
import type { Palette } from '../palette/usePalette.ts';
import type { Preferences, PreferencesStore } from '../preferences/preferences.ts';

/** Theme, language, and the ways to all commands. Languages are named in themselves, so that a reader of another finds the way back. */
export function useSettingsMenu(store: PreferencesStore, palette: Palette): readonly MenuItem[] {
	const t = useText().app.header;
	const { theme, language, shortcuts } = usePreferences(store);
	return useMemo(() => {
		const keymap = customKeymap(shortcuts);
		const keys = (command: AppCommand) => {
			const shortcut = shortcutOf(keymap, command);
			return shortcut === undefined ? {} : { shortcut };
		};
		const themeItem = (value: Preferences['theme'], label: string): MenuItem => ({
			type: 'check',
			label,
			checked: theme === value,
			onSelect: () => store.set({ theme: value }),
		});
		const languageItem = (value: Preferences['language'], label: string): MenuItem => ({
			type: 'check',
			label,
			checked: language === value,
			onSelect: () => store.set({ language: value }),
		});
		return [
			{ type: 'heading', label: t.theme },
			themeItem('system', t.themeSystem),
			themeItem('dark', t.themeDark),
			themeItem('light', t.themeLight),
			{ type: 'separator' },
			{ type: 'heading', label: t.language },
			languageItem('system', t.languageSystem),
			languageItem('en', 'English'),
			languageItem('fr', 'Français'),
			{ type: 'separator' },
			{
				label: t.commands,
				icon: Search,
				...keys('app/palette'),
				onSelect: () => palette.show('commands'),
			},
			{
				label: t.shortcuts,
				icon: Keyboard,
				...keys('app/shortcuts'),
				onSelect: () => palette.show('shortcuts'),
			},
		];
	}, [t, theme, language, shortcuts, store, palette]);
}

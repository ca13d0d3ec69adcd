import { useMemo } from 'react';
import type { MenuItem } from '#ui/controls/Menu.tsx';
import { useText } from '#ui/text/useText.tsx';
import { usePreferences } from '../hooks/usePreferences.ts';
import type { Preferences, PreferencesStore } from '../preferences/preferences.ts';

/** Theme and language. Languages are named in themselves, so that a reader of another finds the way back. */
export function useSettingsMenu(store: PreferencesStore): readonly MenuItem[] {
	const t = useText().app.header;
	const { theme, language } = usePreferences(store);
	return useMemo(() => {
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
		];
	}, [t, theme, language, store]);
}

import { useEffect } from 'react';
import type { Preferences } from '../preferences/preferences.ts';

/** Puts the theme on the page; `system` leaves it to the media query of tokens.css. */
export function useThemeAttribute(theme: Preferences['theme']): void {
	useEffect(() => {
		const { dataset } = document.documentElement;
		if (theme === 'system') delete dataset.theme;
		else dataset.theme = theme;
	}, [theme]);
}

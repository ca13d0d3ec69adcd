import { useEffect } from 'react';
import type { Preferences } from '../preferences/preferences.ts';
import { useMediaQuery } from './useMediaQuery.ts';

/** Puts the theme that holds on the page, so that style sheets ask one attribute only. */
export function useThemeAttribute(preferred: Preferences['theme']): void {
	const isSystemLight = useMediaQuery('(prefers-color-scheme: light)');
	const theme = preferred === 'system' ? (isSystemLight ? 'light' : 'dark') : preferred;
	useEffect(() => {
		document.documentElement.dataset.theme = theme;
	}, [theme]);
}

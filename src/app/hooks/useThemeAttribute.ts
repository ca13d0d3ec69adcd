import { useEffect } from 'react';
import type { Preferences } from '../preferences/preferences.ts';
import { useMediaQuery } from './useMediaQuery.ts';

/**
 * Puts the theme that holds on the page, so that style sheets ask one attribute only.
 * @param around Of the page that this one is a part of: it stands for the system's.
 */
export function useThemeAttribute(
	preferred: Preferences['theme'],
	around?: 'dark' | 'light',
): void {
	const isSystemLight = useMediaQuery('(prefers-color-scheme: light)');
	const system = around ?? (isSystemLight ? 'light' : 'dark');
	const theme = preferred === 'system' ? system : preferred;
	useEffect(() => {
		document.documentElement.dataset.theme = theme;
	}, [theme]);
}

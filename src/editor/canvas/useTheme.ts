import { useEffect, useState } from 'react';
import type { Theme } from '#render/palette.ts';
import { readTheme } from './readTheme.ts';

/** The canvas colours; read again when the theme of the page or of the system changes. */
export function useTheme(): Theme {
	const [theme, setTheme] = useState(() => readTheme(document.documentElement));
	useEffect(() => {
		const root = document.documentElement;
		const read = () => setTheme(readTheme(root));
		const observer = new MutationObserver(read);
		observer.observe(root, { attributes: true, attributeFilter: ['data-theme', 'class'] });
		const system = matchMedia('(prefers-color-scheme: light)');
		system.addEventListener('change', read);
		// Style sheets may arrive after the first render.
		read();
		return () => {
			observer.disconnect();
			system.removeEventListener('change', read);
		};
	}, []);
	return theme;
}

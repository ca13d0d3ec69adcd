import { useEffect, useMemo, useState } from 'react';
import type { Theme } from '#render/palette.ts';
import { useText } from '#ui/text/useText.tsx';
import { readTheme } from './readTheme.ts';

/** The canvas colours and how numbers look on it; read again when the theme of the page or of the system changes. */
export function useTheme(): Theme {
	const { decimalSign } = useText().common;
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
	return useMemo(() => ({ ...theme, decimalSign }), [theme, decimalSign]);
}

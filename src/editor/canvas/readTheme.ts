import { defaultTheme, type Theme } from '#render/palette.ts';

/** The canvas colours from the CSS tokens on the root element; what is missing there comes from `defaultTheme`. Reads style once. */
export function readTheme(root: Element): Omit<Theme, 'decimalSign'> {
	const style = getComputedStyle(root);
	const read = (name: string, otherwise: string): string =>
		style.getPropertyValue(name).trim() || otherwise;
	return {
		tracks: defaultTheme.tracks.map((color, i) => read(`--track-${i + 1}`, color)),
		inks: defaultTheme.inks.map((color, i) => read(`--track-ink-${i + 1}`, color)),
		casing: read('--casing', defaultTheme.casing),
		casingSelected: read('--casing-selected', defaultTheme.casingSelected),
		halo: read('--halo', defaultTheme.halo),
		playhead: read('--playhead', defaultTheme.playhead),
		outOfFrame: read('--out-of-frame', defaultTheme.outOfFrame),
		accent: read('--accent-fg', defaultTheme.accent),
		danger: read('--danger', defaultTheme.danger),
		fontFamily: read('--font-ui', defaultTheme.fontFamily),
	};
}

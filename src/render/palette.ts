import type { HeatTheme } from './scene/influenceColors.ts';

/** Colours and fonts of the marks on the picture, as plain values; the editor reads them from the CSS tokens, others take `defaultTheme`. */
export interface Theme {
	/** Twelve colours, `--track-1` to `--track-12`. */
	readonly tracks: readonly string[];
	/** The colour of text on each of them, `--track-ink-N`. */
	readonly inks: readonly string[];
	readonly casing: string;
	readonly casingSelected: string;
	readonly halo: string;
	readonly playhead: string;
	readonly outOfFrame: string;
	readonly accent: string;
	readonly danger: string;
	readonly fontFamily: string;
	/** Between a number's whole part and its decimals, in the person's language. */
	readonly decimalSign: string;
}

/** The values of tokens.css; canvas marks look the same in both themes. */
export const defaultTheme: Theme = {
	tracks: [
		'#66fdee',
		'#d71f75',
		'#82d500',
		'#336cfa',
		'#d97bad',
		'#ceb6fc',
		'#a4a356',
		'#908ffe',
		'#9461b1',
		'#d4f16e',
		'#b06b00',
		'#feac9e',
	],
	inks: [
		'#0b0c0e',
		'#ffffff',
		'#0b0c0e',
		'#ffffff',
		'#0b0c0e',
		'#0b0c0e',
		'#0b0c0e',
		'#0b0c0e',
		'#ffffff',
		'#0b0c0e',
		'#0b0c0e',
		'#0b0c0e',
	],
	casing: 'rgb(10 12 16 / .78)',
	casingSelected: 'rgb(10 12 16 / .9)',
	halo: 'rgb(255 255 255 / .92)',
	playhead: '#ffffff',
	outOfFrame: 'rgb(8 9 11 / .62)',
	accent: '#93b2ff',
	danger: '#ff8d84',
	fontFamily: 'system-ui, sans-serif',
	decimalSign: '.',
};

/** The colour of a track; @param color 1..12, other values wrap round. */
export const trackColor = (theme: Theme, color: number): string =>
	theme.tracks[wrap(color)] ?? theme.halo;

/** The colour of text on a track's colour. */
export const trackInk = (theme: Theme, color: number): string =>
	theme.inks[wrap(color)] ?? theme.casing;

const wrap = (color: number): number => (((color - 1) % 12) + 12) % 12;

/** The influence map's `--heat-*` of tokens.css, for drawings outside a page. */
export const defaultHeat: HeatTheme = {
	stops: [
		[20, 120, 160, 0],
		[20, 140, 180, 0.3],
		[60, 190, 215, 0.46],
		[205, 246, 255, 0.66],
	],
	over: 'rgb(255 84 70 / .72)',
};

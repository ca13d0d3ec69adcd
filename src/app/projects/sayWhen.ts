/** The language that the page is shown in, for numbers and dates. */
const pageLanguage = (): string => document.documentElement.lang || 'en';

/** `25 Nov 2026, 01:20`, as the reader's language writes it. */
export const sayWhen = (ms: number): string =>
	new Intl.DateTimeFormat(pageLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(ms);

/** `340 MB`, `1.2 GB`. */
export function sayBytes(bytes: number): string {
	const isLarge = bytes >= 1e9;
	return new Intl.NumberFormat(pageLanguage(), {
		style: 'unit',
		unit: isLarge ? 'gigabyte' : 'megabyte',
		maximumFractionDigits: isLarge ? 1 : 0,
	}).format(bytes / (isLarge ? 1e9 : 1e6));
}

/** Kilobytes with one decimal, without the unit. */
export const sayKilobytes = (bytes: number): string =>
	new Intl.NumberFormat(pageLanguage(), { maximumFractionDigits: 1 }).format(bytes / 1024);

/** The language that the page is shown in, for numbers and dates. */
const pageLanguage = (): string => document.documentElement.lang || 'en';

/** `25 Nov 2026, 01:20`, as the reader's language writes it. */
export const sayWhen = (ms: number): string =>
	new Intl.DateTimeFormat(pageLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(ms);

/** `340 kB`, `2.5 MB`, `340 MB`, `1.2 GB`: what is below ten of a unit has one decimal. */
export function sayBytes(bytes: number): string {
	const [unit, size] =
		bytes >= 1e9
			? (['gigabyte', 1e9] as const)
			: bytes >= 1e6
				? (['megabyte', 1e6] as const)
				: (['kilobyte', 1e3] as const);
	const count = bytes / size;
	const maximumFractionDigits = count < 10 ? 1 : 0;
	const format = { style: 'unit', unit, maximumFractionDigits } as const;
	return new Intl.NumberFormat(pageLanguage(), format).format(count);
}

/** Kilobytes with one decimal, without the unit. */
export const sayKilobytes = (bytes: number): string =>
	new Intl.NumberFormat(pageLanguage(), { maximumFractionDigits: 1 }).format(bytes / 1024);

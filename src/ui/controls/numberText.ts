/** How a number field reads and writes its number. */
export interface NumberLimits {
	readonly min?: number | undefined;
	readonly max?: number | undefined;
	/** Decimals always shown. */
	readonly decimals: number;
	/** Decimals kept. */
	readonly maxDecimals: number;
}

/** The number within its limits, rounded to the decimals that are kept. */
export function fitNumber(value: number, { min, max, maxDecimals }: NumberLimits): number {
	const rounded = Number(value.toFixed(maxDecimals));
	return Math.min(
		max ?? Number.POSITIVE_INFINITY,
		Math.max(min ?? Number.NEGATIVE_INFINITY, rounded),
	);
}

/** `6` with one decimal is `6.0`; decimals beyond those always shown appear only where they count. @param decimalSign Of the person's language. */
export function formatNumber(
	value: number,
	{ decimals, maxDecimals }: NumberLimits,
	decimalSign = '.',
): string {
	const short = value.toFixed(maxDecimals);
	if (maxDecimals === decimals) return short.replace('.', decimalSign);
	const [whole = '0', rest = ''] = short.split('.');
	const kept = rest.replace(/0+$/, '').padEnd(decimals, '0');
	return kept ? `${whole}${decimalSign}${kept}` : whole;
}

/** What a person typed as a number: comma or point, spaces between thousands; undefined when it is none. */
export function parseNumber(text: string): number | undefined {
	const clean = text
		.trim()
		.replace(/[\s\u00a0\u202f]/g, '')
		.replace(',', '.')
		.replace('−', '-');
	if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(clean)) return undefined;
	const value = Number(clean);
	return Number.isFinite(value) ? value : undefined;
}

/** The step of one press: Shift times 10, Alt a tenth, never finer than the decimals kept. */
export function stepOf(
	step: number,
	maxDecimals: number,
	keys: { readonly shiftKey: boolean; readonly altKey: boolean },
): number {
	const factor = keys.shiftKey ? 10 : keys.altKey ? 0.1 : 1;
	return Math.max(step * factor, 10 ** -maxDecimals);
}

import type { InputSpec } from '../classes/inputSpec.ts';

/*
 * What the page's number widgets make of a value that they are given while the workflow runs, as a PrimitiveNode does:
 * inside its range, on its step; what is no number becomes one, or null. Source: behaviour of
 * comfyui-frontend-package 1.58.1.
 */

type Settle = (value: unknown) => unknown;

export const settleInteger = (spec: InputSpec): Settle => {
	const step = numberOr(spec.options.step, 1) || 1;
	const offset = numberOr(spec.options.min, defaultMin) % step;
	return (value) => {
		const inside = held(spec, value);
		if (typeof inside === 'bigint') return inside;
		const number = toNumber(inside);
		return finite(step === 1 ? Math.round(number) : onStep(number, step, offset));
	};
};

const onStep = (value: number, step: number, offset: number): number =>
	Math.round((value - offset) / step) * step + offset;

export const settleFloat = (spec: InputSpec): Settle => {
	const digits = Math.max(0, -Math.floor(Math.log10(numberOr(spec.options.step, defaultStep))));
	const round = numberOr(spec.options.round, 0) || (digits > 0 ? 10 ** -digits : 0);
	return (value) => {
		const inside = held(spec, value);
		if (round === 0) return inside;
		const rounded = Math.round(toNumber(inside) / round) * round;
		return finite(Number(held(spec, Number(rounded.toFixed(Math.min(digits, 100))))));
	};
};

/** The page's own range where the server gives none. */
const defaultMin = 0;
const defaultMax = 2048;
const defaultStep = 0.5;

const numberOr = (value: unknown, fallback: number): number =>
	typeof value === 'number' || typeof value === 'bigint' ? Number(value) : fallback;

/** Only numbers are held to the range; a seed beyond 2^53 inside it stays exact. */
function held(spec: InputSpec, value: unknown): unknown {
	if (typeof value !== 'number' && typeof value !== 'bigint') return value;
	const { min, max } = spec.options;
	const least = typeof min === 'bigint' ? min : numberOr(min, defaultMin);
	const most = typeof max === 'bigint' ? max : numberOr(max, defaultMax);
	return value < least ? least : value > most ? most : value;
}

/** As JavaScript reads it: `true` is 1, `"5"` is 5, `[1]` is 1; null and '' are 0. */
function toNumber(value: unknown): number {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Number.NaN;
	return Number(
		Array.isArray(value) && value.some((item) => typeof item === 'object') ? Number.NaN : value,
	);
}

/** JSON has no word for other numbers. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export const generatorIds = [
	'gravity',
	'bounce',
	'pendulum',
	'spring',
	'walk',
	'wave',
	'handheld',
] as const;
export type GeneratorId = (typeof generatorIds)[number];

export interface GeneratorOptions {
	/** How far it goes to the right, image pixels; below 0 to the left. */
	readonly distance: number;
	/** How high or wide the motion is, image pixels, above 0. */
	readonly size: number;
	/** Bounces, swings, steps or waves; 1..20. */
	readonly cycles: number;
	/** Any integer: which of the shakes. */
	readonly seed: number;
}

/** A motion in image pixels (y down) over t = 0..1, and where it needs a control point. */
export interface Motion {
	readonly at: (t: number) => { readonly x: number; readonly y: number };
	/** Rising, 0 first and 1 last; `isTurn`: it turns back or bounces there. */
	readonly keys: readonly { readonly t: number; readonly isTurn: boolean }[];
}

/** Fastest part of the handheld shake, Hz: the model averages four frames, 0.25 s at 16 fps, so faster is not seen. */
export const fastestShake = 1.5;

export const motions: Readonly<
	Record<GeneratorId, (options: GeneratorOptions, seconds: number) => Motion>
> = {
	gravity: ({ distance, size }) => ({
		at: (t) => ({ x: distance * t, y: -4 * size * t * (1 - t) }),
		keys: even(6, () => false),
	}),
	bounce: (options) => bounces(options),
	pendulum: ({ size, cycles }) => {
		const length = 2.5 * size;
		const widest = Math.asin(size / length);
		return {
			at: (t) => {
				const angle = -widest * Math.exp(-t) * Math.cos(2 * Math.PI * cycles * t);
				return { x: length * Math.sin(angle), y: length * Math.cos(angle) };
			},
			keys: swings(cycles),
		};
	},
	spring: ({ size, cycles }) => ({
		at: (t) => ({ x: 0, y: size * Math.exp(-3 * t) * Math.cos(2 * Math.PI * cycles * t) }),
		keys: swings(cycles),
	}),
	walk: ({ distance, size, cycles }) => ({
		at: (t) => ({ x: distance * t, y: (size * (Math.cos(2 * Math.PI * cycles * t) - 1)) / 2 }),
		keys: even(cycles * 6, () => false),
	}),
	wave: ({ distance, size, cycles }) => ({
		at: (t) => ({ x: distance * t, y: -size * Math.sin(2 * Math.PI * cycles * t) }),
		keys: even(cycles * 8, () => false),
	}),
	handheld: ({ size, seed }, seconds) => {
		const phase = (n: number) => (seed * 1.7 + n * 2.4) % (2 * Math.PI);
		const shake = (t: number, axis: number) =>
			size *
			shares.reduce(
				(sum, [hertz, share], n) =>
					sum + share * Math.sin(2 * Math.PI * hertz * t * seconds + phase(n + axis * 5)),
				0,
			);
		return {
			at: (t) => ({ x: shake(t, 0), y: shake(t, 1) }),
			keys: even(Math.min(390, Math.max(4, Math.ceil(seconds * 8))), () => false),
		};
	},
};

/** Hz, and share of the size. */
const shares = [
	[0.3, 0.55],
	[0.75, 0.3],
	[fastestShake, 0.15],
] as const;

function even(count: number, isTurn: (i: number) => boolean): Motion['keys'] {
	return Array.from({ length: count + 1 }, (_, i) => ({ t: i / count, isTurn: isTurn(i) }));
}

/** Four keys a half swing; it turns back at both ends of each. */
const swings = (cycles: number): Motion['keys'] => even(cycles * 8, (i) => i % 4 === 0);

/** Of each bounce's height the next one keeps this much. */
const kept = 0.55;

/** Falls from its height, then bounces; the time of each is that of free fall, so all share one gravity. */
function bounces({ distance, size, cycles }: GeneratorOptions): Motion {
	const heights = Array.from({ length: cycles }, (_, i) => size * kept ** (i + 1));
	const parts = [Math.sqrt(size), ...heights.map((height) => 2 * Math.sqrt(height))];
	const total = parts.reduce((a, b) => a + b);
	const starts = parts.map((_, i) => parts.slice(0, i).reduce((a, b) => a + b, 0) / total);
	const partAt = (t: number) =>
		Math.max(
			0,
			starts.findLastIndex((start) => start <= t),
		);
	return {
		at: (t) => {
			const part = partAt(t);
			const u = Math.min(1, (t - starts[part]!) / (parts[part]! / total));
			const y = part === 0 ? size * u * u : size - heights[part - 1]! * 4 * u * (1 - u);
			return { x: distance * t, y };
		},
		keys: [
			...starts.flatMap((start, i) =>
				[0, 0.25, 0.5, 0.75].map((u) => ({
					t: start + (u * parts[i]!) / total,
					isTurn: u === 0 && i > 0,
				})),
			),
			{ t: 1, isTurn: true },
		],
	};
}

/** A shake at one moment; each value within -2..2. */
export interface Shake {
	readonly x: number;
	readonly y: number;
	readonly turn: number;
}

interface Wave {
	readonly hertz: number;
	readonly phase: number;
	readonly amplitude: number;
}

const waveCount = 6;

/**
 * The highest frequency that arrives: a latent step is the mean of 4 frames, so what is faster than an eighth of the frame
 * rate is averaged away: 2 Hz at 16 frames a second, and not more at a higher rate.
 */
export const highestHertz = (fps: number): number => Math.min(2, fps / 8);

/**
 * The shake of a hand, the same for the same seed: six sine waves an axis between a tenth and eight tenths of `highestHertz`,
 * slower ones larger (amplitude as 1 / hertz), of random phase; their amplitudes add up to 1. It is taken from where it is at
 * 0 s, so that it starts at 0 and each value stays within twice 1.
 * @param seed 0..2^32-1. @returns The shake at a time in seconds.
 */
export function createHandheld(seed: number, fps: number): (seconds: number) => Shake {
	const random = createRandom(seed);
	const axes = [0, 1, 2].map(() => waves(random, highestHertz(fps)));
	const start = axes.map((axis) => sum(axis, 0));
	return (seconds) => {
		const at = (n: number) => sum(axes[n]!, seconds) - start[n]!;
		return { x: at(0), y: at(1), turn: at(2) };
	};
}

function waves(random: () => number, highest: number): readonly Wave[] {
	const drawn = Array.from({ length: waveCount }, (_, n) => {
		const hertz = highest * (0.1 + (0.7 * (n + random())) / waveCount);
		return { hertz, phase: 2 * Math.PI * random(), amplitude: 1 / hertz };
	});
	const whole = drawn.reduce((total, { amplitude }) => total + amplitude, 0);
	return drawn.map((wave) => ({ ...wave, amplitude: wave.amplitude / whole }));
}

const sum = (axis: readonly Wave[], seconds: number): number =>
	axis.reduce(
		(total, { hertz, phase, amplitude }) =>
			total + amplitude * Math.sin(2 * Math.PI * hertz * seconds + phase),
		0,
	);

/** Numbers 0 <= x < 1 that depend on nothing but the seed. Source: mulberry32, Tommy Ettinger, public domain. */
function createRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

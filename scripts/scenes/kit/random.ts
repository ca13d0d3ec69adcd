/** A seeded source of numbers: the same seed draws the same picture. */
export interface Random {
	/** 0 <= value < 1. */
	(): number;
	between(low: number, high: number): number;
	pick<T>(list: readonly T[]): T;
}

/** Source: mulberry32, Tommy Ettinger, public domain. */
export function random(seed: number): Random {
	let state = seed | 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
	return Object.assign(next, {
		between: (low: number, high: number) => low + (high - low) * next(),
		pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
	});
}

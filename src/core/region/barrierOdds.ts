import type { ColourCells } from './colourCells.ts';
import { smooth } from './colourModel.ts';

const steps = 32;
/** Barriers above this are all alike; a step is finer where they are low. */
const highest = 500;
const clearest = 4;
/** Of a step that was never seen. */
const floor = 0.003;

/**
 * How hard it is to reach each cell from the rim: the smallest range of colour (max - min) that a way must cross, summed
 * over the three axes, as a step 0..31. A patterned thing keeps a high step all over, as every way into it crosses its
 * outline; a sky that shades from blue to gold stays low.
 * Cost: 4 passes an axis. Source: Zhang et al., Minimum Barrier Salient Object Detection at 80 FPS, ICCV 2015.
 */
export function barrierSteps({ columns, rows, colours }: ColourCells): Uint8Array {
	const count = columns * rows;
	const total = new Float32Array(count);
	const cost = new Float32Array(count);
	const high = new Uint8Array(count);
	const low = new Uint8Array(count);
	for (let axis = 0; axis < 3; axis++) {
		for (let i = 0; i < count; i++) {
			high[i] = low[i] = colours[i * 3 + axis]!;
			const column = i % columns;
			const isRim = i < columns || i >= count - columns || column === 0 || column === columns - 1;
			cost[i] = isRim ? 0 : 255;
		}
		for (let pass = 0; pass < 4; pass++) {
			const step = pass % 2 === 0 ? 1 : -1;
			for (let n = columns + 1; n < count - columns - 1; n++) {
				const i = step > 0 ? n : count - 1 - n;
				const column = i % columns;
				if (column === 0 || column === columns - 1) continue;
				const value = colours[i * 3 + axis]!;
				for (const from of [i - step, i - step * columns]) {
					if (cost[from]! >= cost[i]!) continue;
					const max = Math.max(high[from]!, value);
					const min = Math.min(low[from]!, value);
					if (max - min >= cost[i]!) continue;
					cost[i] = max - min;
					high[i] = max;
					low[i] = min;
				}
			}
		}
		for (let i = 0; i < count; i++) total[i] = total[i]! + cost[i]!;
	}
	const scale = steps / Math.sqrt(highest);
	return Uint8Array.from(total, (value) => Math.min(steps - 1, Math.sqrt(value) * scale));
}

/**
 * How much likelier each step is inside than outside: log odds within +-4.
 * @param inside 0 for outside, else how much the cell counts.
 */
export function barrierOdds(step: Uint8Array, inside: ArrayLike<number>): Float32Array {
	const a = new Float32Array(steps);
	const b = new Float32Array(steps);
	for (let i = 0; i < step.length; i++) {
		const weight = inside[i]!;
		const counts = weight > 0 ? a : b;
		counts[step[i]!] = counts[step[i]!]! + (weight || 1);
	}
	for (const counts of [a, b]) {
		for (let round = 0; round < 3; round++) smooth(counts, 0, 1, steps);
		let sum = 0;
		for (const value of counts) sum += value;
		for (let k = 0; k < steps; k++) counts[k] = counts[k]! / Math.max(1e-6, sum) + floor;
	}
	return a.map((value, k) => Math.max(-clearest, Math.min(clearest, Math.log(value / b[k]!))));
}

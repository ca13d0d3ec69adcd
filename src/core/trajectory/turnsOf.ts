/** Samples on each side over which a direction is taken, so that a corner turns in 1/30 of the clip and not at once. */
const reach = 2;

/**
 * By how much the direction of motion has turned since the motion began, radians (y down: clockwise is positive),
 * without jumps; while it stands still the direction stays. 0 for a track that never moves.
 * @param samples x, y pairs. @returns one value a sample, the first 0.
 */
export function turnsOf(samples: Float64Array): Float64Array {
	const count = samples.length / 2;
	const turns = new Float64Array(count);
	let heading: number | undefined;
	let turn = 0;
	for (let i = 0; i < count; i++) {
		const a = Math.max(0, i - reach);
		const b = Math.min(count - 1, i + reach);
		const dx = samples[b * 2]! - samples[a * 2]!;
		const dy = samples[b * 2 + 1]! - samples[a * 2 + 1]!;
		if (Math.hypot(dx, dy) > 1e-6) {
			const next = Math.atan2(dy, dx);
			if (heading !== undefined)
				turn += Math.atan2(Math.sin(next - heading), Math.cos(next - heading));
			heading = next;
		}
		turns[i] = turn;
	}
	return turns;
}

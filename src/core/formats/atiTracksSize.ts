const known = new WeakMap<Float64Array, number>();

/**
 * How many characters `serializeAtiTracks` writes for these samples, without writing them; remembered with each array.
 * @param samples x, y pairs, finite; frame pixels.
 */
export function atiTracksSize(samples: readonly Float64Array[]): number {
	let size = 2 + Math.max(0, samples.length - 1);
	for (const track of samples) {
		const length = known.get(track) ?? trackSize(track);
		known.set(track, length);
		size += length;
	}
	return size;
}

const pointFrame = '{"x":,"y":}'.length;

function trackSize(track: Float64Array): number {
	const count = track.length / 2;
	let size = 2 + count * pointFrame + Math.max(0, count - 1);
	for (const value of track) size += numberSize(value);
	return size;
}

/** Characters of a number with two decimals at most. */
function numberSize(value: number): number {
	const hundredths = Math.abs(Math.round(value * 100));
	if (hundredths === 0) return 1;
	const whole = Math.floor(hundredths / 100);
	const digits = whole < 10 ? 1 : whole < 100 ? 2 : whole < 1000 ? 3 : String(whole).length;
	const rest = hundredths % 100;
	const decimals = rest === 0 ? 0 : rest % 10 === 0 ? 2 : 3;
	return digits + decimals + (value < 0 ? 1 : 0);
}

const two = (value: number) => String(value).padStart(2, '0');

/** Seconds as a clock: `00:01.69`. Source: transport bar of the design. */
export function timeCode(seconds: number): string {
	const hundredths = Math.max(0, Math.floor(seconds * 100 + 1e-6));
	const minutes = Math.floor(hundredths / 6000);
	return `${two(minutes)}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}

/** Bytes as GB with one decimal, as servers' memory is told: `21.8`. 1 GB is 2^30 bytes. */
export function gigabytes(bytes: number): string {
	const value = bytes / 2 ** 30;
	return value >= 10 && Math.abs(value - Math.round(value)) < 0.05
		? String(Math.round(value))
		: value.toFixed(1);
}

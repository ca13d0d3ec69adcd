/** A shift kept to the nearest multiple of 45 degrees: its part along that direction. */
export function constrain(dx: number, dy: number): readonly [dx: number, dy: number] {
	const angle = (Math.round(Math.atan2(dy, dx) / (Math.PI / 4)) * Math.PI) / 4;
	const cos = round(Math.cos(angle));
	const sin = round(Math.sin(angle));
	const along = dx * cos + dy * sin;
	return [along * cos, along * sin];
}

/** 0 and 1 are exact, so that a level line stays level. */
const round = (value: number): number => (Math.abs(value) < 1e-12 ? 0 : value);

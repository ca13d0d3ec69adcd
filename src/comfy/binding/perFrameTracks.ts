interface Point {
	readonly x: number;
	readonly y: number;
}

/** The last of the 121 samples of a clip. */
const lastSample = 120;

/**
 * ATI tracks as one point a frame, at the frames' own times (frame k at share k / (length - 1) of the clip), linear
 * between samples, 2 decimals. A track released early stays where it was last: WanMove wants all of the same length.
 * @param tracksJson as `serializeAtiTracks` writes it. @param length frames of the clip, 1 or more.
 */
export function perFrameTracks(tracksJson: string, length: number): string {
	const tracks = JSON.parse(tracksJson) as readonly (readonly Point[])[];
	const at = (track: readonly Point[], frame: number): Point | undefined => {
		const last = track.length - 1;
		const place = Math.min(last, length > 1 ? (frame / (length - 1)) * lastSample : 0);
		const before = Math.floor(place);
		const [a, b] = [track[before], track[Math.min(last, before + 1)]];
		if (!a || !b) return undefined;
		const mix = (from: number, to: number) =>
			Math.round((from + (to - from) * (place - before)) * 100) / 100;
		return { x: mix(a.x, b.x), y: mix(a.y, b.y) };
	};
	const frames = Array.from({ length: Math.max(1, length) }, (_, frame) => frame);
	return JSON.stringify(
		tracks.filter((track) => track.length > 0).map((track) => frames.map((k) => at(track, k))),
	);
}

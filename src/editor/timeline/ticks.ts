/** A tick of the ruler. */
export interface Tick {
	readonly frame: number;
	/** 0..1 of the clip. */
	readonly share: number;
	/** Each second (labelled), each latent step of 4 frames, each frame. */
	readonly kind: 'second' | 'latent' | 'frame';
	/** Seconds, on labelled ticks. */
	readonly label?: number;
}

const minFrameGap = 6;
const minLabelGap = 36;

/**
 * The ticks of a clip on a ruler of so many px: seconds thin out until their labels have room,
 * latent steps and frames are left out when closer than 6 px.
 */
export function rulerTicks(
	clip: { readonly length: number; readonly fps: number },
	widthPx: number,
): Tick[] {
	const last = clip.length - 1;
	if (last <= 0 || widthPx <= 0) return [{ frame: 0, share: 0, kind: 'second', label: 0 }];
	const perFrame = widthPx / last;
	const every = secondStep(perFrame * clip.fps);
	const ticks: Tick[] = [];
	for (let frame = 0; frame <= last; frame++) {
		const seconds = frame / clip.fps;
		const share = frame / last;
		const whole = Math.abs(seconds - Math.round(seconds)) < 1e-9;
		if (whole && Math.round(seconds) % every === 0)
			ticks.push({ frame, share, kind: 'second', label: Math.round(seconds) });
		else if (frame % 4 === 0 && perFrame * 4 >= minFrameGap)
			ticks.push({ frame, share, kind: 'latent' });
		else if (perFrame >= minFrameGap) ticks.push({ frame, share, kind: 'frame' });
	}
	return ticks;
}

/** 1, 2, 5, 10, 20 ... seconds. */
function secondStep(pxPerSecond: number): number {
	for (let scale = 1; ; scale *= 10)
		for (const step of [1, 2, 5])
			if (pxPerSecond * step * scale >= minLabelGap || scale > 1e6) return step * scale;
}

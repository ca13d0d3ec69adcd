/** What the ruler counts in. */
export const rulerUnits = ['seconds', 'frames', 'samples'] as const;
export type RulerUnit = (typeof rulerUnits)[number];

/** A tick of the ruler. */
export interface Tick {
	/** 0..1 of the clip. */
	readonly share: number;
	/** Labelled ones; each latent step of 4 frames; each frame, or each sample. */
	readonly kind: 'major' | 'latent' | 'minor';
	/** Seconds, the frame counted from 1, or the sample counted from 0; on major ticks. */
	readonly label?: number;
}

const minGap = 6;
const minLabelGap = 36;
const lastSample = 120;

/**
 * The ticks of a clip on a ruler of so many px: labels thin out to steps of 1, 2, 5, 10 ... until they have room,
 * latent steps, frames and samples are left out when closer than 6 px.
 */
export function rulerTicks(
	clip: { readonly length: number; readonly fps: number },
	widthPx: number,
	unit: RulerUnit = 'seconds',
): Tick[] {
	const last = clip.length - 1;
	if (last <= 0 || widthPx <= 0) return [{ share: 0, kind: 'major', label: 0 }];
	if (unit === 'samples') return sampleTicks(widthPx);
	const perFrame = widthPx / last;
	const every = labelStep(unit === 'seconds' ? perFrame * clip.fps : perFrame);
	const ticks: Tick[] = [];
	for (let frame = 0; frame <= last; frame++) {
		const share = frame / last;
		const label = unit === 'seconds' ? wholeSecond(frame / clip.fps) : frame;
		if (label !== undefined && label % every === 0)
			ticks.push({ share, kind: 'major', label: unit === 'frames' ? label + 1 : label });
		else if (frame % 4 === 0 && perFrame * 4 >= minGap) ticks.push({ share, kind: 'latent' });
		else if (perFrame >= minGap) ticks.push({ share, kind: 'minor' });
	}
	return ticks;
}

function sampleTicks(widthPx: number): Tick[] {
	const perSample = widthPx / lastSample;
	const every = labelStep(perSample);
	const ticks: Tick[] = [];
	for (let i = 0; i <= lastSample; i++) {
		const share = i / lastSample;
		if (i % every === 0) ticks.push({ share, kind: 'major', label: i });
		else if (perSample >= minGap) ticks.push({ share, kind: 'minor' });
	}
	return ticks;
}

function wholeSecond(seconds: number): number | undefined {
	const whole = Math.round(seconds);
	return Math.abs(seconds - whole) < 1e-9 ? whole : undefined;
}

/** 1, 2, 5, 10, 20 ... */
function labelStep(pxPerUnit: number): number {
	for (let scale = 1; ; scale *= 10)
		for (const step of [1, 2, 5])
			if (pxPerUnit * step * scale >= minLabelGap || scale > 1e6) return step * scale;
}

import type { Track, WanDocument } from '#core/document/document.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import { frameRectOf } from '../store/editorState.ts';

/**
 * Speed of a track between its samples, px of the output frame per second: value i from sample i to i + 1.
 * All 0 for a clip of no length.
 */
export function sampleSpeeds(track: Track, document: WanDocument): Float64Array {
	const samples = sampleTrack(track);
	const steps = samples.length / 2 - 1;
	const speeds = new Float64Array(steps);
	const seconds = clipSeconds(document.frame);
	if (seconds <= 0) return speeds;
	const perPx = document.frame.width / frameRectOf(document).width;
	const perStep = (perPx * steps) / seconds;
	for (let i = 0; i < steps; i++) {
		const dx = (samples[2 * i + 2] as number) - (samples[2 * i] as number);
		const dy = (samples[2 * i + 3] as number) - (samples[2 * i + 1] as number);
		speeds[i] = Math.hypot(dx, dy) * perStep;
	}
	return speeds;
}

/** The graph as an SVG path in a box of 120 x 1: x is the sample, y falls from 1 (still) to 0 (`top`). */
export function speedPath(speeds: Float64Array, top: number): string {
	if (speeds.length === 0 || top <= 0) return 'M0 1H120';
	const width = 120 / speeds.length;
	let path = '';
	speeds.forEach((speed, i) => {
		const x = (i + 0.5) * width;
		const y = 1 - Math.min(1, speed / top);
		path += `${i === 0 ? `M0 ${y.toFixed(3)}` : ''}L${x.toFixed(2)} ${y.toFixed(3)}`;
	});
	return `${path}H120`;
}

import type { Track, WanDocument } from '#core/document/document.ts';
import { type PaceSide, withPace } from '#core/trajectory/pace.ts';
import { pointTimes } from '#core/trajectory/pointTimes.ts';
import { lengthAtShare, trackProgress } from '#core/trajectory/progress.ts';
import { sampleDocumentTrack } from '#core/trajectory/sampleDocumentTrack.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import { trackCurve } from '#core/trajectory/trackCurve.ts';
import { frameRectOf } from '../store/imageSpace.ts';

/**
 * Speed of a track between its samples, px of the output frame per second: value i from sample i to i + 1.
 * All 0 for a clip of no length.
 */
export function sampleSpeeds(track: Track, document: WanDocument): Float64Array {
	const samples = sampleDocumentTrack(document, track);
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

/** A fixed place of a track in the graph: the control point, its moment, and its speed there. */
export interface SpeedKey {
	readonly index: number;
	/** Share of the clip. */
	readonly share: number;
	/** Frame px per second. */
	readonly speed: number;
	/** Where it is reached and where it is left, of the path's own motion; null at the ends, where there is no such part. */
	readonly before: number | null;
	readonly after: number | null;
}

/** The start, the end and the time keys of a path. At an end the speed is that of the motion, not of the rest beside it. */
export function speedKeys(track: Track, speeds: Float64Array, document: WanDocument): SpeedKey[] {
	const sideSpeed = sideSpeeds(track, document);
	const times = pointTimes(track);
	const last = track.points.length - 1;
	const steps = speeds.length;
	const keys: SpeedKey[] = [];
	track.points.forEach((point, index) => {
		const isEnd = !track.closed && index === last;
		if (index !== 0 && !isEnd && point.time === undefined) return;
		const share = times[index] ?? 0;
		const before = speeds[Math.max(0, Math.ceil(share * steps - 1e-6) - 1)] ?? 0;
		const after = speeds[Math.min(steps - 1, Math.floor(share * steps + 1e-6))] ?? 0;
		const speed = index === 0 ? after : isEnd ? before : (before + after) / 2;
		keys.push({
			index,
			share,
			speed,
			before: index === 0 ? null : sideSpeed(share, -1),
			after: isEnd ? null : sideSpeed(share, 1),
		});
	});
	return keys;
}

/** Just before (-1) and just after (1) a moment: samples are too far apart to tell one from the other. */
function sideSpeeds(track: Track, document: WanDocument): (share: number, side: 1 | -1) => number {
	const progress = trackProgress(track, trackCurve(track));
	const span = progress.end - progress.begin;
	const seconds = clipSeconds(document.frame) * span;
	const perPx = document.frame.width / frameRectOf(document).width;
	const step = 1e-4;
	return (share, side) => {
		if (seconds <= 0) return 0;
		const at = (share - progress.begin) / span;
		const way = lengthAtShare(progress, at + side * step) - lengthAtShare(progress, at);
		return (Math.abs(way) / (step * seconds)) * perPx;
	};
}

/** The pace that gives a control point a speed, on one side or on both: times what it has without one. */
export function paceOf(
	track: Track,
	document: WanDocument,
	index: number,
	speed: number,
	side?: PaceSide,
): number {
	const points = track.points.map((point, i) => (i === index ? withPace(point, 1) : point));
	const plain = { ...track, points };
	const key = speedKeys(plain, sampleSpeeds(plain, document), document).find(
		(k) => k.index === index,
	);
	const own = (side === 'in' ? key?.before : side === 'out' ? key?.after : undefined) ?? key?.speed;
	return own ? Math.min(10, Math.max(0, speed / own)) : 1;
}

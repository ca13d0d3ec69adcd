import { useMemo, useState } from 'react';
import type { WanDocument } from '#core/document/document.ts';
import type { FramePoint } from '#core/geometry/point.ts';
import {
	type LaidOver,
	likelyLaidOver,
	type Placement,
	rectOf,
	retargetMap,
} from '#core/retarget/retargetMap.ts';
import { retargetTrack } from '#core/retarget/retargetTrack.ts';
import type { Clip } from '#core/retarget/videoTracksWork.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import type { Found } from './useFollowing.ts';

export type PivotKind = 'middle' | 'tracks' | 'first';

/** What a person sets between the clip and the picture. */
export interface RetargetSettings {
	readonly inFrame: number;
	readonly outFrame: number;
	readonly smoothSeconds: number;
	readonly keepsPace: boolean;
	readonly over: LaidOver;
	readonly scale: number;
	readonly dx: number;
	readonly dy: number;
	readonly pivot: PivotKind;
}

export interface Retargeted {
	readonly found: Found;
	/** Samples of the shot, frame pixels; undefined: it is not seen in the part. */
	readonly samples: Float64Array | undefined;
}

export interface Retarget {
	readonly settings: RetargetSettings;
	change(patch: Partial<RetargetSettings>): void;
	/** One for each that was found. */
	readonly tracks: readonly Retargeted[];
	/** Of the part that is taken, and of the clip that the shot tells. */
	readonly partSeconds: number;
	readonly toldSeconds: number;
}

/** Seconds: takes a follower's tremble away and little else. */
const gentle = 0.2;

const initial = (clip: Clip, document: WanDocument): RetargetSettings => ({
	inFrame: 0,
	outFrame: clip.times.length - 1,
	smoothSeconds: gentle,
	keepsPace: false,
	over: likelyLaidOver({ width: clip.fileWidth, height: clip.fileHeight }, document.image),
	scale: 1,
	dx: 0,
	dy: 0,
	pivot: 'middle',
});

/** What was found, as it will be in the shot. */
export function useRetarget(clip: Clip, document: WanDocument, found: readonly Found[]): Retarget {
	const [settings, setSettings] = useState(() => initial(clip, document));
	const { inFrame, outFrame, keepsPace } = settings;
	const partSeconds = clip.times[outFrame]! - clip.times[inFrame]!;
	const toldSeconds = keepsPace ? clipSeconds(document.frame) : partSeconds;
	const tracks = useMemo(
		() => retargetAll(clip, document, found, settings, toldSeconds),
		[clip, document, found, settings, toldSeconds],
	);
	return {
		settings,
		change: (patch) => setSettings((before) => ({ ...before, ...patch })),
		tracks,
		partSeconds,
		toldSeconds,
	};
}

function retargetAll(
	clip: Clip,
	{ image, frame }: WanDocument,
	found: readonly Found[],
	{ over, pivot, scale, dx, dy, ...part }: RetargetSettings,
	toldSeconds: number,
): Retargeted[] {
	const into = rectOf(over, image, frame);
	const place = (placement: Placement): Retargeted[] => {
		const options = {
			...{ times: clip.times, inFrame: part.inFrame, outFrame: part.outFrame },
			...{ smoothSeconds: part.smoothSeconds, toldSeconds },
			map: retargetMap(clip, into, placement),
		};
		return found.map((one) => ({ found: one, samples: retargetTrack(one.track, options) }));
	};
	const middle = { x: into.x + into.width / 2, y: into.y + into.height / 2 };
	const fitted = { scale: 1, pivot: middle, dx: 0, dy: 0 };
	const about = pivot === 'middle' ? middle : (pivotOf(place(fitted), pivot) ?? middle);
	return place({ scale, pivot: about, dx, dy });
}

/** The starts of what is kept: their mean, or the first one. */
function pivotOf(tracks: readonly Retargeted[], kind: PivotKind): FramePoint | undefined {
	const starts = tracks.flatMap(({ found, samples }) =>
		found.isKept && samples ? [{ x: samples[0]!, y: samples[1]! }] : [],
	);
	const chosen = kind === 'first' ? starts.slice(0, 1) : starts;
	if (chosen.length === 0) return undefined;
	const sum = chosen.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
	return { x: sum.x / chosen.length, y: sum.y / chosen.length };
}

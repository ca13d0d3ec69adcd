import { Pause, Play } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type ClipTrack, placesBetween, seenSpan } from '#core/retarget/clipTrack.ts';
import type { Clip, ClipPoint } from '#core/retarget/videoTracksWork.ts';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Slider } from '#ui/controls/Slider.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { ClipReader } from './createClipReader.ts';
import styles from './Stage.module.css';
import { arrowStep, placeIn, stageSize } from './stage.ts';
import { linesOf, type TrackLines, type TrackMark, TrackMarks } from './TrackMarks.tsx';
import type { Found, Pending } from './useFollowing.ts';
import { useVideoTracksText } from './videoTracksText.ts';

/** The clip, frame by frame, with what was found in it; a click picks a place. */
export function ClipView({
	clip,
	reader,
	frame,
	found,
	pending,
	isPlaying,
	onFrame,
	onPlaying,
	onPick,
}: {
	readonly clip: Clip;
	readonly reader: ClipReader;
	readonly frame: number;
	readonly found: readonly Found[];
	readonly pending: readonly Pending[];
	readonly isPlaying: boolean;
	onFrame(frame: number): void;
	onPlaying(isPlaying: boolean): void;
	onPick(point: ClipPoint): void;
}) {
	const t = useVideoTracksText();
	const { common } = useText();
	const hint = useId();
	const canvas = useShownFrame(reader, frame);
	const [cross, setCross] = useState<ClipPoint>();
	const middle = { x: clip.width / 2, y: clip.height / 2 };
	const onKeyDown = (event: KeyboardEvent) => {
		const from = cross ?? middle;
		const step = arrowStep(event);
		if (step) {
			const hold = (value: number, most: number) => Math.min(most, Math.max(0, value));
			setCross({ x: hold(from.x + step.x, clip.width), y: hold(from.y + step.y, clip.height) });
		} else if (event.key === 'Enter') onPick(from);
		else return;
		event.preventDefault();
	};
	const { times } = clip;
	const lines = useMemo(() => found.map(({ track }) => linesThrough(track)), [found]);
	return (
		<div className={styles.view}>
			<div
				role="application"
				aria-label={t.clip}
				aria-describedby={hint}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: it takes arrows and Enter
				tabIndex={0}
				className={styles.stage}
				style={stageSize(clip)}
				data-tool="pick"
				onClick={(event) => onPick(placeIn(event, clip))}
				onFocus={() => setCross((now) => now ?? middle)}
				onBlur={() => setCross(undefined)}
				onKeyDown={onKeyDown}
			>
				<canvas ref={canvas} width={clip.width} height={clip.height} />
				<TrackMarks
					width={clip.width}
					height={clip.height}
					marks={found.map((one, i) => markOf(one, i + 1, lines[i]!, frame))}
					points={pending}
				/>
				{cross && (
					<i
						className={styles.cross}
						style={{
							left: `${(100 * cross.x) / clip.width}%`,
							top: `${(100 * cross.y) / clip.height}%`,
						}}
					/>
				)}
				{found.length + pending.length === 0 && <span className={styles.hint}>{t.clipHint}</span>}
			</div>
			<p id={hint} className="visually-hidden">
				{t.clipKeys}
			</p>
			<div className={styles.transport}>
				<IconButton
					icon={isPlaying ? Pause : Play}
					label={isPlaying ? t.pause : t.play}
					onClick={() => onPlaying(!isPlaying)}
				/>
				<div className={styles.scrub}>
					<Slider
						label={t.frame}
						placement="hidden"
						value={frame}
						min={0}
						max={times.length - 1}
						format={(k) => t.frameValue(k + 1, times.length, common.seconds(times[k] ?? 0))}
						onInput={(next) => {
							onPlaying(false);
							onFrame(next);
						}}
					/>
				</div>
				<output className={styles.time}>{common.seconds(times[frame] ?? 0)}</output>
			</div>
		</div>
	);
}

function linesThrough(track: ClipTrack): TrackLines {
	const { first, last } = sightSpan(track);
	return linesOf(placesBetween(track, first, last), track.seen.subarray(first, last + 1));
}

/** Each is seen in two frames at least, or it would not have been kept. */
const sightSpan = (track: ClipTrack) =>
	seenSpan(track, 0, track.seen.length - 1) ?? { first: 0, last: 0 };

function markOf(
	{ track, isKept }: Found,
	number: number,
	lines: TrackLines,
	frame: number,
): TrackMark {
	const { places, seen } = track;
	const { first, last } = sightSpan(track);
	const place = (k: number) => ({ x: places[k * 2]!, y: places[k * 2 + 1]! });
	let known = Math.max(first, Math.min(frame, last));
	while (known > first && seen[known] !== 1) known--;
	const isSeen = seen[frame] === 1;
	return {
		number,
		lines,
		...(isSeen ? { head: place(frame) } : { lostAt: place(known) }),
		isFaint: !isKept,
	};
}

/** Draws the frame that is on show; one that comes late does not cover a later one. */
function useShownFrame(reader: ClipReader, frame: number) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const wanted = useRef(frame);
	wanted.current = frame;
	const ending = useRef(new AbortController());
	useEffect(() => {
		const end = new AbortController();
		ending.current = end;
		return () => end.abort();
	}, []);
	useEffect(() => {
		const { signal } = ending.current;
		reader.show(frame, signal).then(
			(bitmap) => {
				// While it plays the frame before is better than none.
				const isNear = Math.abs(wanted.current - frame) <= 2;
				if (isNear) canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0);
				bitmap.close();
			},
			// Cancelled, or the worker died, which whoever follows is told.
			() => undefined,
		);
	}, [reader, frame]);
	return canvas;
}

import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef } from 'react';
import type { WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { Button } from '#ui/controls/Button.tsx';
import styles from './Stage.module.css';
import { arrowStep, placeIn, stageSize } from './stage.ts';
import { type TrackMark, TrackMarks } from './TrackMarks.tsx';
import { useVideoTracksText } from './videoTracksText.ts';

/** The output frame with the tracks as they will be in it; dragging moves them. */
export function PictureView({
	document: { image, frame },
	picture,
	marks,
	dx,
	dy,
	onMove,
	onUseFrame,
}: {
	readonly document: Pick<WanDocument, 'image' | 'frame'>;
	/** The start image; null while it is read, or missing. */
	readonly picture: ImageBitmap | null;
	readonly marks: readonly TrackMark[];
	readonly dx: number;
	readonly dy: number;
	onMove(dx: number, dy: number): void;
	/** Takes the clip's frame as the start image. */
	onUseFrame(): void;
}) {
	const t = useVideoTracksText();
	const hint = useId();
	const canvas = useRef<HTMLCanvasElement>(null);
	const held = useRef<{ readonly x: number; readonly y: number }>(undefined);
	useEffect(() => {
		const context = canvas.current?.getContext('2d');
		if (!context || !picture) return;
		// The picture may be kept smaller than it is counted.
		const { rect } = createFrameMapping(picture, frame);
		context.imageSmoothingQuality = 'high';
		const { width, height } = frame;
		context.drawImage(picture, rect.x, rect.y, rect.width, rect.height, 0, 0, width, height);
	}, [picture, frame]);
	if (!image)
		return (
			<section className={styles.view} aria-label={t.picture}>
				<div className={`${styles.stage} ${styles.empty}`} style={stageSize(frame)}>
					<b>{t.noPicture}</b>
					<span>{t.noPictureText}</span>
					<Button onClick={onUseFrame}>{t.useFrame}</Button>
				</div>
			</section>
		);
	const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
		event.currentTarget.setPointerCapture(event.pointerId);
		const { x, y } = placeIn(event, frame);
		held.current = { x: x - dx, y: y - dy };
	};
	const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
		if (!held.current) return;
		const { x, y } = placeIn(event, frame);
		onMove(Math.round(x - held.current.x), Math.round(y - held.current.y));
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const step = arrowStep(event);
		if (!step) return;
		event.preventDefault();
		onMove(dx + step.x, dy + step.y);
	};
	const release = () => {
		held.current = undefined;
	};
	return (
		<div className={styles.view}>
			<div
				role="application"
				aria-label={t.picture}
				aria-describedby={hint}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: it takes arrows
				tabIndex={0}
				className={styles.stage}
				style={stageSize(frame)}
				data-tool="move"
				onPointerDown={onPointerDown}
				onPointerMove={onPointerMove}
				onPointerUp={release}
				onPointerCancel={release}
				onKeyDown={onKeyDown}
			>
				<canvas ref={canvas} width={frame.width} height={frame.height} />
				<TrackMarks width={frame.width} height={frame.height} marks={marks} />
			</div>
			<p className={styles.caption} aria-hidden="true">
				{t.picture}. {t.pictureHint}
			</p>
			<p id={hint} className="visually-hidden">
				{t.pictureKeys}
			</p>
		</div>
	);
}

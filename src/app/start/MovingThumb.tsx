import { useEffect, useRef, useState } from 'react';
import { playMovingThumb } from './playMovingThumb.ts';
import styles from './StarterGallery.module.css';
import { starterParts } from './starterParts.ts';
import { type StarterId, starterThumbUrl } from './starters.ts';

/** A starter's thumb; while it plays, a little draft of the shot lies over it. Decoration: the words are beside it. */
export function MovingThumb({
	id,
	isPlaying,
}: {
	readonly id: StarterId;
	readonly isPlaying: boolean;
}) {
	const thumb = starterParts[id];
	const url = starterThumbUrl(id);
	return (
		<span className={styles.thumb}>
			<img className={styles.backdrop} src={url} alt="" loading="lazy" />
			<img
				className={styles.still}
				src={url}
				alt=""
				width={thumb.width}
				height={thumb.height}
				loading="lazy"
			/>
			{isPlaying && <Play id={id} />}
		</span>
	);
}

function Play({ id }: { readonly id: StarterId }) {
	const ref = useRef<HTMLCanvasElement>(null);
	const [isShown, setShown] = useState(false);
	const thumb = starterParts[id];
	useEffect(() => {
		const canvas = ref.current;
		if (!canvas) return;
		const ending = new AbortController();
		const color = getComputedStyle(canvas).getPropertyValue('--track-ui-1');
		// Without its files the thumb stays still.
		playMovingThumb(canvas, id, thumb, color, ending.signal, () => setShown(true)).catch(
			() => undefined,
		);
		return () => ending.abort();
	}, [id, thumb]);
	return (
		<canvas
			ref={ref}
			className={styles.moving}
			width={thumb.width}
			height={thumb.height}
			data-playing={isShown || undefined}
		/>
	);
}

import type { CSSProperties } from 'react';
import styles from './TrackMarks.module.css';

/** A track as it is drawn over a picture; places in the picture's pixels. */
export interface TrackMark {
	/** From 1; also its colour. */
	readonly number: number;
	/** x, y pairs. */
	readonly path: Float64Array;
	/** 1 for each place of the path where it was seen; absent: everywhere. */
	readonly seen?: Uint8Array;
	/** Where it is at the moment on show. */
	readonly head: { readonly x: number; readonly y: number } | undefined;
	/** Where it was last seen, when it is lost at the moment on show. */
	readonly lostAt?: { readonly x: number; readonly y: number } | undefined;
	/** Not wanted: drawn faintly. */
	readonly isFaint: boolean;
}

/** Tracks over a picture: what is seen is a line, what is hidden is dotted, a lost one ends in a cross. */
export function TrackMarks({
	width,
	height,
	marks,
	points = [],
}: {
	/** Of the picture, pixels. */
	readonly width: number;
	readonly height: number;
	readonly marks: readonly TrackMark[];
	/** Places that wait. */
	readonly points?: readonly { readonly x: number; readonly y: number }[];
}) {
	const at = ({ x, y }: { readonly x: number; readonly y: number }): CSSProperties => ({
		left: `${(100 * x) / width}%`,
		top: `${(100 * y) / height}%`,
	});
	return (
		<div className={styles.marks} aria-hidden="true">
			<svg
				aria-hidden="true"
				className={styles.lines}
				viewBox={`0 0 ${width} ${height}`}
				preserveAspectRatio="none"
			>
				{marks.map(({ number, path, seen, isFaint }) => {
					const { line, gaps } = linesOf(path, seen);
					return (
						<g key={number} data-faint={isFaint || undefined} style={inkOf(number)}>
							<path d={line + gaps} className={styles.casing} />
							<path d={gaps} className={styles.gap} />
							<path d={line} className={styles.line} />
						</g>
					);
				})}
			</svg>
			{marks.map(({ number, head, lostAt, path, isFaint }) => (
				<div key={number} data-faint={isFaint || undefined} style={inkOf(number)}>
					{head && <i className={styles.head} style={at(head)} />}
					{lostAt && <i className={styles.lost} style={at(lostAt)} />}
					<b className={styles.badge} style={at(head ?? lostAt ?? { x: path[0]!, y: path[1]! })}>
						{number}
					</b>
				</div>
			))}
			{points.map(({ x, y }) => (
				<i key={`${x} ${y}`} className={styles.waiting} style={at({ x, y })} />
			))}
		</div>
	);
}

/** 1..12, round and round, as tracks are coloured. */
const colourOf = (number: number): number => ((number - 1) % 12) + 1;

export const inkOf = (number: number): CSSProperties =>
	({
		'--mark': `var(--track-${colourOf(number)})`,
		'--badge-ink': `var(--track-ink-${colourOf(number)})`,
	}) as CSSProperties;

/** SVG paths through places that are seen, and over the gaps between. */
function linesOf(path: Float64Array, seen: Uint8Array | undefined): { line: string; gaps: string } {
	let line = '';
	let gaps = '';
	const place = (i: number) => `${path[i * 2]!.toFixed(2)} ${path[i * 2 + 1]!.toFixed(2)}`;
	for (let i = 0; i + 1 < path.length / 2; i++) {
		const isSeen = seen === undefined || (seen[i] === 1 && seen[i + 1] === 1);
		const wasSeen = i > 0 && (seen === undefined || (seen[i - 1] === 1 && seen[i] === 1));
		if (isSeen) line += wasSeen ? `L${place(i + 1)}` : `M${place(i)}L${place(i + 1)}`;
		else gaps += `M${place(i)}L${place(i + 1)}`;
	}
	return { line, gaps };
}

import type { CSSProperties } from 'react';
import styles from './TrackMarks.module.css';

/** A track as it is drawn over a picture; places in the picture's pixels. */
export type TrackMark = {
	/** From 1; also its colour. */
	readonly number: number;
	readonly lines: TrackLines;
	/** Not wanted: drawn faintly. */
	readonly isFaint: boolean;
} /** Where it is at the moment on show. */ & (
	| { readonly head: Place; readonly lostAt?: undefined }
	/** It is lost then: where it was last seen. */
	| { readonly lostAt: Place; readonly head?: undefined }
);

interface Place {
	readonly x: number;
	readonly y: number;
}

/** The way of a track as SVG paths: where it is seen, and the gaps in between. */
export interface TrackLines {
	readonly line: string;
	readonly gaps: string;
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
	readonly points?: readonly Place[];
}) {
	const at = ({ x, y }: Place): CSSProperties => ({
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
				{marks.map(({ number, lines: { line, gaps }, isFaint }) => (
					<g key={number} data-faint={isFaint || undefined} style={inkOf(number)}>
						<path d={line + gaps} className={styles.casing} />
						<path d={gaps} className={styles.gap} />
						<path d={line} className={styles.line} />
					</g>
				))}
			</svg>
			{marks.map(({ number, head, lostAt, isFaint }) => (
				<div key={number} data-faint={isFaint || undefined} style={inkOf(number)}>
					{head && <i className={styles.head} style={at(head)} />}
					{lostAt && <i className={styles.lost} style={at(lostAt)} />}
					<b className={styles.badge} style={at(head ?? lostAt)}>
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

/**
 * @param path x, y pairs.
 * @param seen 1 for each place of the path where it was seen; absent: everywhere.
 */
export function linesOf(path: Float64Array, seen?: Uint8Array): TrackLines {
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

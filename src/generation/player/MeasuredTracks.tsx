import { useEffect, useRef } from 'react';
import type { Report } from '#metrics/report/report.ts';
import { paintCanvas2d } from '#render/painters/canvas2d.ts';
import { defaultTheme } from '#render/palette.ts';
import type { ResultTrack } from '../metrics/resultPlan.ts';
import { measuredScene } from './measuredScene.ts';
import styles from './PlannedTracks.module.css';

export interface MeasuredTracksProps {
	readonly tracks: readonly ResultTrack[];
	readonly report: Report;
	readonly frame: number;
	readonly planned: boolean;
	readonly measured: boolean;
}

/** Plan and measurement over a video; fills its positioned parent, whose aspect is the video's. Cost of a draw: O(tracks x frames). */
export function MeasuredTracks(props: MeasuredTracksProps) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const state = useRef(props);
	state.current = props;
	useEffect(() => {
		const element = canvas.current;
		if (!element) return;
		const observer = new ResizeObserver(() => paint(element, state.current));
		observer.observe(element);
		return () => observer.disconnect();
	}, []);
	useEffect(() => {
		if (canvas.current) paint(canvas.current, props);
	}, [props]);
	return <canvas ref={canvas} className={styles.canvas} />;
}

function paint(canvas: HTMLCanvasElement, props: MeasuredTracksProps): void {
	const context = canvas.getContext('2d');
	if (!context) return;
	const { clientWidth: width, clientHeight: height } = canvas;
	const ratio = globalThis.devicePixelRatio || 1;
	if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
	if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
	context.setTransform(ratio, 0, 0, ratio, 0, 0);
	context.clearRect(0, 0, width, height);
	const scale = width / props.report.video.width;
	paintCanvas2d(context, measuredScene({ ...props, scale }, defaultTheme));
}

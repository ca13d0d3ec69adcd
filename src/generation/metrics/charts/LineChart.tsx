import { useEffect, useRef } from 'react';
import styles from './charts.module.css';
import type { LineChart as Chart, ChartLine, ChartLook } from './createLineChart.ts';

export interface LineChartProps {
	readonly label: string;
	/** Colours are names of tokens here: `--accent-fg`. */
	readonly lines: readonly ChartLine[];
	readonly fps: number;
	readonly floor?: number | undefined;
	/** The frame on show. */
	readonly frame: number;
	readonly onSeek: (frame: number) => void;
}

/** Lines over the clip with the moment on show; a press goes there. The same numbers stand in a table, see `FrameTable`. */
export function LineChart({ label, lines, fps, floor, frame, onSeek }: LineChartProps) {
	const box = useRef<HTMLDivElement>(null);
	const chart = useRef<Chart>(undefined);
	const moment = useRef(0);
	const seek = useRef(onSeek);
	moment.current = frame / fps;
	seek.current = onSeek;
	useEffect(() => {
		const element = box.current;
		if (!element) return;
		let isWanted = true;
		const draw = async () => {
			const { createLineChart } = await import('./createLineChart.ts');
			if (!isWanted) return;
			chart.current?.destroy();
			const value = tokensOf(element);
			chart.current = createLineChart(element, {
				lines: lines.map((line) => ({ ...line, color: value(line.color) })),
				frameSeconds: 1 / fps,
				floor,
				look: lookOf(value),
				onSeek: (seconds) => seek.current(Math.round(seconds * fps)),
			});
			chart.current.setMoment(moment.current);
		};
		void draw();
		const sizes = new ResizeObserver(() =>
			chart.current?.resize(Math.max(1, element.clientWidth), Math.max(1, element.clientHeight)),
		);
		sizes.observe(element);
		// Canvas pixels do not follow the theme by themselves.
		const themes = new MutationObserver(() => void draw());
		themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
		return () => {
			isWanted = false;
			sizes.disconnect();
			themes.disconnect();
			chart.current?.destroy();
			chart.current = undefined;
		};
	}, [lines, fps, floor]);
	useEffect(() => chart.current?.setMoment(frame / fps), [frame, fps]);
	return <div ref={box} className={styles.plot} role="img" aria-label={label} />;
}

const tokensOf = (element: HTMLElement) => {
	const style = getComputedStyle(element);
	return (name: string) => style.getPropertyValue(name).trim() || name;
};

const lookOf = (value: (name: string) => string): ChartLook => ({
	axis: value('--fg-3'),
	grid: value('--line'),
	band: value('--bg-3'),
	cursor: value('--fg-1'),
	font: `11px ${value('--font-ui')}`,
});

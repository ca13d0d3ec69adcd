import 'uplot/dist/uPlot.min.css';
import uPlot from 'uplot';
import type { FrameValues } from './chartData.ts';

export interface ChartLine {
	readonly label: string;
	/** A CSS colour. */
	readonly color: string;
	readonly values: FrameValues;
	readonly dash?: readonly number[];
	/** CSS px, default 2. */
	readonly width?: number;
}

export interface ChartLook {
	readonly axis: string;
	readonly grid: string;
	readonly band: string;
	readonly cursor: string;
	readonly font: string;
}

export interface LineChartSpec {
	readonly lines: readonly ChartLine[];
	/** Seconds a frame. */
	readonly frameSeconds: number;
	/** A band from 0 to here: what says nothing. */
	readonly floor?: number | undefined;
	readonly look: ChartLook;
	/** A press at a moment, seconds. */
	onSeek(seconds: number): void;
}

export interface LineChart {
	/** Draws the moment, seconds. */
	setMoment(seconds: number): void;
	resize(width: number, height: number): void;
	destroy(): void;
}

/** Lines over time in a box. Heavy code: to be imported when a chart is shown. */
export function createLineChart(box: HTMLElement, spec: LineChartSpec): LineChart {
	const { lines, frameSeconds, floor, look, onSeek } = spec;
	let moment = 0;
	const count = Math.max(0, ...lines.map(({ values }) => values.length));
	const times = Array.from({ length: count }, (_, k) => k * frameSeconds);
	const most = Math.max(
		floor ?? 0,
		...lines.flatMap(({ values }) => values.map((value) => value ?? 0)),
	);
	const axis: uPlot.Axis = {
		stroke: look.axis,
		font: look.font,
		grid: { stroke: look.grid, width: 1 },
		ticks: { show: false },
	};
	const chart = new uPlot(
		{
			width: Math.max(1, box.clientWidth),
			height: Math.max(1, box.clientHeight),
			legend: { show: false },
			cursor: { show: false },
			padding: [8, 8, 0, 0],
			scales: { x: { time: false }, y: { range: [0, Math.max(1, most * 1.1)] } },
			axes: [
				{ ...axis, size: 24, values: (_chart, ticks) => ticks.map((tick) => `${tick} s`) },
				{ ...axis, size: 40 },
			],
			series: [
				{},
				...lines.map(
					({ label, color, dash, width = 2 }): uPlot.Series => ({
						label,
						stroke: color,
						width,
						points: { show: false },
						...(dash && { dash: [...dash] }),
					}),
				),
			],
			hooks: {
				drawClear: [(self) => floor !== undefined && fillBand(self, floor, look.band)],
				draw: [(self) => strokeMoment(self, moment, look.cursor)],
			},
		},
		[times, ...lines.map(({ values }) => [...values])],
		box,
	);
	const press = (event: PointerEvent) =>
		onSeek(chart.posToVal(event.clientX - chart.over.getBoundingClientRect().left, 'x'));
	chart.over.addEventListener('pointerdown', press);
	return {
		setMoment(seconds) {
			moment = seconds;
			chart.redraw(false);
		},
		resize: (width, height) => chart.setSize({ width, height }),
		destroy: () => chart.destroy(),
	};
}

function fillBand({ ctx, bbox, valToPos }: uPlot, floor: number, color: string): void {
	const top = valToPos(floor, 'y', true);
	ctx.save();
	ctx.fillStyle = color;
	ctx.fillRect(bbox.left, top, bbox.width, bbox.top + bbox.height - top);
	ctx.restore();
}

function strokeMoment({ ctx, bbox, valToPos }: uPlot, seconds: number, color: string): void {
	const x = valToPos(seconds, 'x', true);
	ctx.save();
	ctx.strokeStyle = color;
	ctx.lineWidth = devicePixelRatio;
	ctx.setLineDash([]);
	ctx.beginPath();
	ctx.moveTo(x, bbox.top);
	ctx.lineTo(x, bbox.top + bbox.height);
	ctx.stroke();
	ctx.restore();
}

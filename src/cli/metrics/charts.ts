import { escapeHtml } from '../report/htmlPage.ts';

export interface ChartLine {
	readonly name: string;
	/** null: nothing to draw there. */
	readonly values: readonly (number | null)[];
}

const [width, height] = [860, 260];
const [left, right, top, bottom] = [44, 12, 26, 30];
/** More lines than this are drawn without names. */
const mostNames = 12;

/** Lines over frames as SVG; a dashed line marks the floor below which nothing can be told. */
export function lineChart(
	lines: readonly ChartLine[],
	{
		title,
		xLabel,
		floor,
	}: { readonly title: string; readonly xLabel: string; readonly floor: number },
): string {
	const count = Math.max(2, ...lines.map(({ values }) => values.length));
	const known = lines.flatMap(({ values }) => values.filter((value) => value !== null));
	const most = niceTop(known.reduce((max, value) => Math.max(max, value), floor * 1.5));
	const x = (index: number): number => left + (index / (count - 1)) * (width - left - right);
	const y = (value: number): number => height - bottom - (value / most) * (height - top - bottom);
	const drawn = lines.map(({ name, values }, n) => {
		const hue = Math.round((360 * n) / Math.max(1, lines.length));
		return `<path d="${pathOf(values, x, y)}" fill="none" stroke="hsl(${hue} 65% 52%)" stroke-width="1.6"><title>${escapeHtml(name)}</title></path>`;
	});
	const names = lines.slice(0, mostNames).map(({ name }, n) => {
		const hue = Math.round((360 * n) / Math.max(1, lines.length));
		return `<tspan dx="10" fill="hsl(${hue} 65% 52%)">${escapeHtml(name)}</tspan>`;
	});
	const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => {
		const at = y(most * share).toFixed(1);
		return `<line x1="${left}" x2="${width - right}" y1="${at}" y2="${at}" stroke="currentColor" stroke-opacity=".15"/><text x="${left - 6}" y="${at}" text-anchor="end" dominant-baseline="middle">${Number((most * share).toFixed(2))}</text>`;
	});
	return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}">
<text x="${left}" y="14">${escapeHtml(title)}${lines.length <= mostNames ? names.join('') : ''}</text>
${ticks.join('')}
<line x1="${left}" x2="${width - right}" y1="${y(floor).toFixed(1)}" y2="${y(floor).toFixed(1)}" stroke="currentColor" stroke-opacity=".6" stroke-dasharray="4 4"/>
${drawn.join('\n')}
<text x="${left}" y="${height - 8}">0</text><text x="${width - right}" y="${height - 8}" text-anchor="end">${escapeHtml(xLabel)} ${count - 1}</text>
</svg>`;
}

/** Shares 0..1 as bars beside each other's names. */
export function barChart(
	bars: readonly { readonly name: string; readonly value: number | null }[],
	title: string,
): string {
	const rowHeight = 22;
	const nameWidth = 260;
	const size = top + bars.length * rowHeight + 8;
	const rows = bars.map(({ name, value }, n) => {
		const y = top + n * rowHeight;
		const share = value ?? 0;
		return `<text x="${nameWidth - 8}" y="${y + 13}" text-anchor="end">${escapeHtml(name.slice(-40))}</text><rect x="${nameWidth}" y="${y + 2}" width="${(share * (width - nameWidth - 60)).toFixed(1)}" height="${rowHeight - 8}" rx="3" fill="var(--one)"/><text x="${(nameWidth + share * (width - nameWidth - 60) + 6).toFixed(1)}" y="${y + 13}">${value === null ? '-' : `${Math.round(share * 100)} %`}</text>`;
	});
	return `<svg viewBox="0 0 ${width} ${size}" role="img" aria-label="${escapeHtml(title)}"><text x="0" y="14">${escapeHtml(title)}</text>${rows.join('')}</svg>`;
}

function pathOf(
	values: readonly (number | null)[],
	x: (index: number) => number,
	y: (value: number) => number,
): string {
	let isDrawing = false;
	return values
		.map((value, index) => {
			if (value === null || !Number.isFinite(value)) {
				isDrawing = false;
				return '';
			}
			const command = isDrawing ? 'L' : 'M';
			isDrawing = true;
			return `${command}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
		})
		.join('');
}

/** 1, 2 or 5 times a power of ten, at or above. */
function niceTop(value: number): number {
	const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-6)));
	return power * ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10);
}

import { fail, type Result } from '../../result.ts';
import {
	type ForeignTrack,
	type ForeignTracks,
	type FormatError,
	formatLimits,
	type ReadContext,
	type Space,
} from '../formatTypes.ts';
import { foreignTracks } from '../parts/foreignTracks.ts';
import { type Key, keyedTrack } from '../parts/keyedTrack.ts';
import { visibleSamples } from '../parts/visibleSamples.ts';

/**
 * A table with a header: `x` and `y`, and of these what there is: `track` (a number or a name), `frame` or `sample` (from 0; all of
 * them the whole clip), `time` or `seconds` (of the clip), `visible` (0 or 1). Comma, semicolon or tab. Every `sample` from `wan-ati sample` is one.
 * Frame px, unless all values of x and y lie in 0..1 and the header says `share_x`, `share_y`, or `image_x`, `image_y`.
 */
export function parseCsv(text: string, context: ReadContext): Result<ForeignTracks, FormatError> {
	const lines = text.split(/\r\n?|\n/);
	const table = readHeader(lines[0] ?? '');
	if (!table) return fail({ kind: 'missing', path: 'x, y' });
	const rows = new Map<string, Row[]>();
	const { values: limit } = formatLimits;
	if (lines.length > limit)
		return fail({ kind: 'tooLarge', what: 'values', size: lines.length, limit });
	let last = 0;
	for (let n = 1; n < lines.length; n++) {
		const line = lines[n]!;
		if (line.trim() === '') continue;
		const cells = line.split(table.separator);
		const x = numberOf(cells[table.x]);
		const y = numberOf(cells[table.y]);
		const place = table.place < 0 ? (rows.get('') ?? []).length : numberOf(cells[table.place]);
		if (x === undefined || y === undefined || place === undefined || place < 0 || place > 1e6)
			return fail({ kind: 'damaged', what: 'text', at: n + 1 });
		if (Math.abs(x) > formatLimits.coordinate || Math.abs(y) > formatLimits.coordinate)
			return fail({
				kind: 'outOfRange',
				path: `line ${n + 1}`,
				value: Math.abs(x) > Math.abs(y) ? x : y,
			});
		const name = table.track < 0 ? '' : (cells[table.track] ?? '').trim().replace(/^"|"$/g, '');
		const isVisible = table.visible < 0 || !/^\s*(0|false)\s*$/i.test(cells[table.visible] ?? '');
		const list = rows.get(name) ?? [];
		rows.set(name, list);
		if (rows.size > formatLimits.tracks)
			return fail({
				kind: 'tooLarge',
				what: 'tracks',
				size: rows.size,
				limit: formatLimits.tracks,
			});
		list.push({ x, y, place, isVisible });
		last = Math.max(last, place);
	}
	const seconds = (context.length - 1) / context.fps;
	const whole = table.isSeconds ? Math.max(seconds, 1e-6) : Math.max(1, last);
	const tracks: ForeignTrack[] = [];
	for (const [name, list] of rows) {
		const track = toTrack(list, whole, table.isSeconds);
		if (track) tracks.push(/^\d*$/.test(name) ? track : { ...track, name: name.slice(0, 200) });
	}
	return foreignTracks('csv', table.space, tracks);
}

interface Row {
	readonly x: number;
	readonly y: number;
	readonly place: number;
	readonly isVisible: boolean;
}

interface Table {
	readonly separator: string;
	readonly x: number;
	readonly y: number;
	readonly track: number;
	readonly place: number;
	readonly visible: number;
	readonly isSeconds: boolean;
	readonly space: Space;
}

export const isCsv = (text: string): boolean =>
	readHeader(/^[^\r\n]{0,1000}/.exec(text)?.[0] ?? '') !== undefined;

function readHeader(line: string): Table | undefined {
	const separator = [',', ';', '\t'].find((candidate) => line.includes(candidate)) ?? ',';
	const names = line
		.replace(/^\uFEFF/, '')
		.split(separator)
		.map((name) => name.trim().toLowerCase().replace(/^"|"$/g, ''));
	const find = (...wanted: readonly string[]) => names.findIndex((name) => wanted.includes(name));
	const prefix = ['', 'share_', 'image_'].find(
		(p) => names.includes(`${p}x`) && names.includes(`${p}y`),
	);
	if (prefix === undefined) return undefined;
	const seconds = find('time', 'seconds');
	const place = find('frame', 'sample', 'index');
	return {
		separator,
		x: find(`${prefix}x`),
		y: find(`${prefix}y`),
		track: find('track', 'track_id', 'id', 'name'),
		place: place >= 0 ? place : seconds,
		visible: find('visible', 'visibility'),
		isSeconds: place < 0 && seconds >= 0,
		space: { of: prefix === '' ? 'frame' : prefix === 'image_' ? 'image' : 'unit' },
	};
}

function toTrack(rows: readonly Row[], whole: number, isSeconds: boolean): ForeignTrack | null {
	const sorted = [...rows].sort((a, b) => a.place - b.place);
	const isEven = !isSeconds && sorted.every((row, i) => row.place === i) && sorted.length > 1;
	if (!isEven) {
		const keys = sorted
			.filter(({ isVisible, place }) => isVisible && place <= whole + 1e-9)
			.map(({ x, y, place }): Key => ({ x, y, share: Math.min(1, place / whole) }));
		return keys.length > 0 ? keyedTrack(keys) : null;
	}
	const positions = new Float64Array(sorted.length * 2);
	sorted.forEach(({ x, y }, i) => {
		positions[2 * i] = x;
		positions[2 * i + 1] = y;
	});
	const { track } = visibleSamples(positions, (i) => sorted[i]!.isVisible);
	return track && { ...track, of: Math.max(track.samples.length / 2, whole + 1) };
}

function numberOf(cell: string | undefined): number | undefined {
	const text = (cell ?? '').trim().replace(/^"|"$/g, '');
	if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return undefined;
	const value = Number(text);
	return Number.isFinite(value) ? value : undefined;
}

/** A position at each of `count` even times a track. @param prefix Of the columns x and y, which says their space. */
export function serializeCsv(
	tracks: readonly { readonly positions: Float64Array; readonly told: number }[],
	column: 'frame' | 'sample',
	prefix: '' | 'share_' | 'image_',
	decimals: number,
): string {
	const round = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
	const lines = [`${column},track,${prefix}x,${prefix}y,visible`];
	const count = (tracks[0]?.positions.length ?? 0) / 2;
	for (let k = 0; k < count; k++)
		tracks.forEach(({ positions, told }, n) => {
			lines.push(
				`${k},${n},${round(positions[2 * k]!)},${round(positions[2 * k + 1]!)},${k < told ? 1 : 0}`,
			);
		});
	return `${lines.join('\n')}\n`;
}

import { fail, type Result } from '../../result.ts';
import {
	type ForeignTrack,
	type ForeignTracks,
	type FormatError,
	type FormatNote,
	formatLimits,
	type ReadContext,
} from '../formatTypes.ts';
import { twoDecimals } from '../parts/bezierOf.ts';
import { canvasSpace, foreignTracks } from '../parts/foreignTracks.ts';
import { type Key, keyedTrack } from '../parts/keyedTrack.ts';

/**
 * The text that After Effects puts on the clipboard for keyframes, and that trackers write: a head with units a second and the
 * source's size, then blocks of tab-separated rows. Blocks with the columns "X pixels" and "Y pixels" are tracks (Position of a
 * layer, Point of a point control, pins of a corner pin); the others are left. Straight between the keys: the text holds no curves.
 * Keys after the end of the clip are left out.
 * Source: files of this kind in public repositories (Mocha, Fusion and Processing exporters); After Effects itself was not at hand.
 */
export function parseAeKeyframes(
	text: string,
	context: ReadContext,
): Result<ForeignTracks, FormatError> {
	if (!isAeKeyframes(text)) return fail({ kind: 'missing', path: 'Keyframe Data' });
	const lines = text.split(/\r\n?|\n/);
	if (lines.length > formatLimits.points * 10)
		return fail({
			kind: 'tooLarge',
			what: 'points',
			size: lines.length,
			limit: formatLimits.points * 10,
		});
	const rate = headNumber(lines, 'Units Per Second') ?? context.fps;
	if (!(rate > 0)) return fail({ kind: 'badValue', path: 'Units Per Second', found: 'number' });
	const seconds = (context.length - 1) / context.fps;
	const tracks: ForeignTrack[] = [];
	let late = 0;
	for (const block of blocksOf(lines)) {
		const keys: Key[] = [];
		for (const { line, cells } of block.rows) {
			const [frame, x, y] = cells.map(Number);
			if (frame === undefined || x === undefined || y === undefined || !isUseful(frame, x, y))
				return fail({ kind: 'damaged', what: 'text', at: line });
			const share = seconds > 0 ? frame / rate / seconds : 0;
			if (share > 1 + 1e-9) late++;
			else keys.push({ x, y, share: Math.max(0, Math.min(1, share)) });
		}
		if (keys.length > 0) {
			keys.sort((a, b) => a.share - b.share);
			tracks.push(keyedTrack(keys, block.name ? { name: block.name } : {}));
		}
	}
	const notes: FormatNote[] = late > 0 ? [{ kind: 'afterTheEnd', count: late }] : [];
	const [width, height] = [headNumber(lines, 'Source Width'), headNumber(lines, 'Source Height')];
	// Exporters that do not know the size write 100 x 100.
	const isKnown = (width ?? 0) > 100 || (height ?? 0) > 100;
	const space = isKnown ? canvasSpace(width, height, 'either') : ({ of: 'frame' } as const);
	return foreignTracks('after-effects', space, tracks, notes);
}

export const isAeKeyframes = (text: string): boolean =>
	/^\uFEFF?\s*Adobe After Effects [\d.]+ Keyframe Data/.test(text.slice(0, 200));

const isUseful = (...values: readonly number[]): boolean =>
	values.every((value) => Math.abs(value) <= formatLimits.coordinate);

interface Block {
	readonly name: string;
	readonly rows: { readonly line: number; readonly cells: readonly string[] }[];
}

function blocksOf(lines: readonly string[]): Block[] {
	const blocks: Block[] = [];
	let title = '';
	let block: Block | undefined;
	for (const [n, line] of lines.entries()) {
		if (/^End of Keyframe Data/.test(line)) break;
		const cells = line.split('\t');
		if (line.trim() === '') block = undefined;
		else if (cells[0] !== '') {
			title = line.trim();
			block = undefined;
		} else if (cells[1] === 'Frame') {
			const isPlace = cells[2]?.trim() === 'X pixels' && cells[3]?.trim() === 'Y pixels';
			block = { name: nameOf(title), rows: [] };
			if (isPlace) blocks.push(block);
		} else if (block && /^[-\d.]/.test(cells[1] ?? ''))
			block.rows.push({ line: n + 1, cells: cells.slice(1, 4) });
	}
	return blocks;
}

/** Its last words; "Transform Position" says nothing. */
const nameOf = (title: string): string => {
	const words = title.split('\t').filter((word) => word !== '');
	return /^transform$/i.test(words[0] ?? '') ? '' : words.slice(1).join(' ').slice(0, 200);
};

function headNumber(lines: readonly string[], name: string): number | undefined {
	for (const line of lines.slice(0, 20)) {
		const cells = line.split('\t');
		if (cells[1]?.trim() !== name) continue;
		const value = Number(cells[2]);
		return Number.isFinite(value) && value > 0 ? value : undefined;
	}
	return undefined;
}

/**
 * Keys at every frame: of one track as a layer's position, of several as point controls. @param tracks x, y pairs, `size` px.
 */
export function serializeAeKeyframes(
	tracks: readonly {
		readonly name: string;
		readonly positions: Float64Array;
		readonly told: number;
	}[],
	fps: number,
	size: { readonly width: number; readonly height: number },
): string {
	const lines = [
		'Adobe After Effects 8.0 Keyframe Data',
		'',
		`\tUnits Per Second\t${fps}`,
		`\tSource Width\t${size.width}`,
		`\tSource Height\t${size.height}`,
		'\tSource Pixel Aspect Ratio\t1',
		'\tComp Pixel Aspect Ratio\t1',
		'',
	];
	const isOne = tracks.length === 1;
	tracks.forEach(({ positions, told }, n) => {
		lines.push(isOne ? 'Transform\tPosition' : `Effects\tPoint Control #${n + 1}\tPoint #2`);
		lines.push(`\tFrame\tX pixels\tY pixels${isOne ? '\tZ pixels' : ''}\t`);
		for (let k = 0; k < told; k++)
			lines.push(
				`\t${k}\t${twoDecimals(positions[2 * k]!)}\t${twoDecimals(positions[2 * k + 1]!)}${isOne ? '\t0' : ''}\t`,
			);
		lines.push('');
	});
	lines.push('', 'End of Keyframe Data', '');
	return lines.join('\r\n');
}

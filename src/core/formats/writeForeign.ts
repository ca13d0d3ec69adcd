import { SAMPLE_COUNT } from '../document/document.ts';
import { fail, ok, type Result } from '../result.ts';
import { serializeAeKeyframes } from './foreign/aeKeyframes.ts';
import { serializeAtiPth } from './foreign/atiPth.ts';
import { serializeCsv } from './foreign/csvTracks.ts';
import { serializeFlPaths } from './foreign/flPaths.ts';
import { serializeKjPoints } from './foreign/kjSplines.ts';
import { serializeWan2gp, serializeWanMove } from './foreign/npyTracks.ts';
import { motionProFrame, serializeDragAnything, serializeMotionPro } from './foreign/pointLists.ts';
import { serializeSplinePathControl } from './foreign/splinePathControl.ts';
import { serializeSvg } from './foreign/svgPaths.ts';
import { serializeTora } from './foreign/toraText.ts';
import { serializeWan2gpDesigner } from './foreign/wan2gpDesigner.ts';
import { formatInfo, type SpaceName, type TimeBase } from './formats.ts';
import type { FormatId } from './formatTypes.ts';
import {
	atiText,
	countOf,
	inImage,
	pointList,
	toFrame,
	toImage,
	wholePairs,
} from './parts/exportPositions.ts';
import type { ExportSource } from './parts/exportTypes.ts';
import { positionsAt } from './parts/positionsAt.ts';

export interface WriteOptions {
	/** One of the format's; its first by default. */
	readonly space?: SpaceName;
	readonly time?: TimeBase;
}

export interface WrittenFile {
	/** What comes after the name that the person gives: `.json`, `-visibility.npy`. */
	readonly ending: string;
	readonly mediaType: string;
	readonly content: Uint8Array<ArrayBuffer> | string;
}

export type WriteError = { readonly kind: 'noTracks' } | { readonly kind: 'notWritable' };

/** Positions for models of 16 frames. */
const shortClip = 16;

/**
 * Tracks as the files that their consumer reads. A track that is released early ends there where the format can say so, and stays
 * where it was otherwise. Projects are written by `serializeProject`, which has the whole shot.
 */
export function writeForeign(
	format: FormatId,
	source: ExportSource,
	options: WriteOptions = {},
): Result<readonly WrittenFile[], WriteError> {
	const info = formatInfo(format);
	const write = writers[format];
	if (info.canWrite === false || !write) return fail({ kind: 'notWritable' });
	if (source.tracks.length === 0) return fail({ kind: 'noTracks' });
	const space = options.space ?? info.spaces[0];
	const time = options.time ?? info.times[0];
	return ok(write(source, { space, time }));
}

type Writer = (source: ExportSource, options: Required<WriteOptions>) => readonly WrittenFile[];

const json = (content: string): WrittenFile[] => [
	{ ending: '.json', mediaType: 'application/json', content },
];

const writers: Readonly<Partial<Record<FormatId, Writer>>> = {
	'ati-json': (source) => json(atiText(source.tracks, SAMPLE_COUNT)),
	'ati-pth': (source) => [
		{
			ending: '.pth',
			mediaType: 'application/octet-stream',
			content: serializeAtiPth(
				source.tracks.map((track) => {
					const { positions, told } = inImage(source, track, SAMPLE_COUNT);
					return positions.slice(0, told * 2);
				}),
			),
		},
	],
	'kj-points': (source) =>
		json(serializeKjPoints(source.tracks, (track) => toFrame(source, track))),
	'kj-coordinates': (source, { time }) => {
		const count = countOf(source, time);
		const lists = source.tracks.map((track) => pointList(track, count));
		// The editor's own text: a single spline is written without the outer list.
		return json(JSON.stringify(lists.length === 1 ? lists[0] : lists));
	},
	'fl-paths': (source) => json(serializeFlPaths(source)),
	'spline-path-control': (source) => [
		{ ending: '.png', mediaType: 'image/png', content: serializeSplinePathControl(source) },
	],
	'ltx-tracks': (source, { time }) => {
		const count = countOf(source, time);
		return json(JSON.stringify(source.tracks.map((track) => pointList(track, count))));
	},
	'wan-move': ({ tracks, frame }) => {
		const files = serializeWanMove(tracks, frame.length);
		const mediaType = 'application/octet-stream';
		return [
			{ ending: '-tracks.npy', mediaType, content: files.tracks },
			{ ending: '-visibility.npy', mediaType, content: files.visibility },
		];
	},
	'wan-move-json': ({ tracks, frame }) =>
		// Its node takes the first track's count for all, and fails on a shorter one.
		json(JSON.stringify(tracks.map((track) => pointList(track, frame.length, true)))),
	wan2gp: ({ tracks, frame }) => [
		{
			ending: '.npy',
			mediaType: 'application/octet-stream',
			content: serializeWan2gp(tracks, frame.length, frame),
		},
	],
	'wan2gp-designer': (source) => json(serializeWan2gpDesigner(source)),
	motionpro: (source) => {
		const own = motionProFrame(source.image);
		const { frame } = source;
		return json(
			serializeMotionPro(
				source.tracks.map((track) =>
					wholePairs(positionsAt(track, shortClip).positions, (x, y) => [
						(x / frame.width) * own.width,
						(y / frame.height) * own.height,
					]),
				),
			),
		);
	},
	draganything: (source) =>
		json(
			serializeDragAnything(
				source.tracks.map((track) =>
					wholePairs(inImage(source, track, shortClip).positions, (x, y) => [x, y]),
				),
			),
		),
	tora: ({ tracks, frame }) =>
		tracks.map((track, n) => ({
			ending: tracks.length === 1 ? '.txt' : `-${String(n + 1).padStart(2, '0')}.txt`,
			mediaType: 'text/plain',
			content: serializeTora(
				positionsAt(track, frame.length).positions.map((value, i) =>
					i % 2 === 0 ? value / frame.width : value / frame.height,
				),
			),
		})),
	svg: (source, { space }) => [
		{
			ending: '.svg',
			mediaType: 'image/svg+xml',
			content: serializeSvg(
				source.tracks,
				space === 'image' ? source.image : source.frame,
				(track) => (space === 'image' ? toImage(source, track) : toFrame(source, track)),
			),
		},
	],
	'after-effects': (source, { space }) => {
		const { frame, image, tracks } = source;
		const isImage = space === 'image';
		const keys = tracks.map((track) => ({
			name: track.name,
			...(isImage ? inImage(source, track, frame.length) : positionsAt(track, frame.length)),
		}));
		const content = serializeAeKeyframes(keys, frame.fps, isImage ? image : frame);
		return [{ ending: '.txt', mediaType: 'text/plain', content }];
	},
	csv: (source, { space, time }) => {
		const { frame } = source;
		const count = countOf(source, time);
		const rows = source.tracks.map((track) => {
			if (space === 'image') return inImage(source, track, count);
			const { positions, told } = positionsAt(track, count);
			if (space !== 'unit') return { positions, told };
			const shares = positions.map((v, i) => v / (i % 2 === 0 ? frame.width : frame.height));
			return { positions: shares, told };
		});
		const prefix = space === 'image' ? 'image_' : space === 'unit' ? 'share_' : '';
		const column = time === 'frames' ? 'frame' : 'sample';
		const content = serializeCsv(rows, column, prefix, space === 'unit' ? 6 : 2);
		return [{ ending: '.csv', mediaType: 'text/csv', content }];
	},
};

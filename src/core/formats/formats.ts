import type { FormatId } from './formatTypes.ts';

/** Space that a file of a format may be written in, or is read in. */
export type SpaceName = 'frame' | 'image' | 'unit' | 'own';

/** Positions a track: ATI's 121, one a video frame, 16 for models of 16 frames, or the curve itself. */
export type TimeBase = '121' | 'frames' | '16' | 'curve';

export interface FormatInfo {
	readonly id: FormatId;
	/** Endings of its files, the usual one first, without the dot. */
	readonly extensions: readonly string[];
	readonly canRead: boolean;
	/** `files`: several at once. */
	readonly canWrite: false | 'file' | 'files';
	/** Of what is written; the first is what the consumer reads, the others are a choice. */
	readonly spaces: readonly [SpaceName, ...SpaceName[]];
	readonly times: readonly [TimeBase, ...TimeBase[]];
	/** The content alone tells it from all others. */
	readonly isDetected: boolean;
}

const of = (
	id: FormatId,
	extensions: readonly string[],
	canWrite: FormatInfo['canWrite'],
	spaces: FormatInfo['spaces'],
	times: FormatInfo['times'],
	isDetected = true,
): FormatInfo => ({ id, extensions, canRead: true, canWrite, spaces, times, isDetected });

/** Every format that is read or written. docs/formats.md tells of each; the text catalogue has its title. */
export const formats: readonly FormatInfo[] = [
	of('project', ['wanati.json', 'json'], 'file', ['image'], ['curve']),
	of('ati-json', ['json', 'txt'], 'file', ['frame'], ['121']),
	of('ati-pth', ['pth'], 'file', ['image'], ['121']),
	of('kj-points', ['json'], 'file', ['frame'], ['curve']),
	of('kj-coordinates', ['json', 'txt'], 'file', ['frame'], ['121', 'frames'], false),
	of('fl-paths', ['json'], 'file', ['frame'], ['curve']),
	of('spline-path-control', ['png'], 'file', ['frame'], ['curve']),
	of('annotation-tool', ['json'], false, ['own'], ['121']),
	of('qq-layers', ['json'], false, ['unit'], ['curve']),
	of('ltx-tracks', ['json'], 'file', ['frame'], ['frames', '121'], false),
	of('wan-move', ['npy', 'npz'], 'files', ['frame'], ['frames']),
	of('wan-move-json', ['json'], 'file', ['frame'], ['frames'], false),
	of('wan2gp', ['npy'], 'file', ['unit'], ['frames']),
	of('wan2gp-designer', ['json'], 'file', ['frame'], ['curve']),
	of('cotracker', ['npz', 'npy'], false, ['frame'], ['frames']),
	of('motionpro', ['json'], 'file', ['own'], ['16']),
	of('tora', ['txt'], 'files', ['own'], ['frames']),
	of('draganything', ['json'], 'file', ['image'], ['16'], false),
	of('svg', ['svg'], 'file', ['frame', 'image'], ['curve']),
	of('after-effects', ['txt'], 'file', ['frame', 'image'], ['frames']),
	of('csv', ['csv'], 'file', ['frame', 'image', 'unit'], ['121', 'frames']),
	of('comfy-workflow', ['json', 'png', 'mp4', 'webm'], false, ['own'], ['curve']),
];

const byId = new Map(formats.map((format) => [format.id, format]));

export const formatInfo = (id: FormatId): FormatInfo => byId.get(id)!;

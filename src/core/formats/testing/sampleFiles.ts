import { createTrack, emptyDocument, type WanDocument } from '../../document/document.ts';
import { writeZip } from '../containers/writeZip.ts';
import { exportSourceOf } from '../exportSource.ts';
import { formats } from '../formats.ts';
import type { FormatId } from '../formatTypes.ts';
import { serializeNpy, serializeNpyBooleans } from '../npy.ts';
import { serializeProject } from '../projectFile.ts';
import { writeForeign } from '../writeForeign.ts';

/** A shot with a curve, a polyline that is released, and a pin. */
export const sampleShot: WanDocument = (() => {
	const image = {
		sha256: 'a'.repeat(64),
		width: 1664,
		height: 960,
		name: 'a.png',
		mediaType: 'image/png',
	};
	const base: WanDocument = { ...emptyDocument, image };
	const curve = createTrack(base, 'curve', 'path', [
		{ x: 200, y: 400, mode: 'smooth' },
		{ x: 700, y: 300, mode: 'smooth' },
		{ x: 1200, y: 700, mode: 'smooth' },
	]);
	const line = createTrack({ ...base, tracks: [curve] }, 'line', 'path', [
		{ x: 300, y: 800, mode: 'corner' },
		{ x: 900, y: 820, mode: 'corner' },
	]);
	const released = { ...line, timing: { ...line.timing, release: 0.5 } };
	const pin = createTrack({ ...base, tracks: [curve, line] }, 'pin', 'pin', [
		{ x: 1500, y: 100, mode: 'smooth' },
	]);
	return { ...base, tracks: [curve, released, pin] };
})();

/** What each format's writer makes of that shot; of formats that are only read, a file made to the real program's reading. */
export const sampleFiles: Readonly<Record<FormatId, Uint8Array | string>> = {
	...(Object.fromEntries(
		formats.flatMap(({ id, canWrite }) => {
			if (canWrite === false || id === 'project') return [];
			const written = writeForeign(id, exportSourceOf(sampleShot));
			if (!written.ok) throw new Error(`${id}: ${written.error.kind}`);
			return [[id, written.value[0]!.content]];
		}),
	) as Record<FormatId, Uint8Array | string>),
	project: serializeProject(sampleShot),
	'annotation-tool': JSON.stringify({
		tracks: [Array.from({ length: 121 }, (_, i) => ({ x: 10 + i, y: 20 }))],
		fps: 16,
		frameInfo: { targetFrames: 16, interpolationRatio: 15, outputFrames: 2 },
		canvasSize: { width: 416, height: 240 },
		metadata: { fixedLength: 121, viewMode: 'full', toolVersion: '1.1.0' },
	}),
	'qq-layers': JSON.stringify([
		{
			on: true,
			name: 'Bird',
			type: 'spline',
			interpolation: 'cardinal',
			repeat: 1,
			a_pause: 8,
			z_pause: 0,
			easing: 'in_out',
			points_store: JSON.stringify([
				{ x: 0.1, y: 0.5 },
				{ x: 0.5, y: 0.2 },
				{ x: 0.9, y: 0.5 },
			]),
		},
		{
			on: true,
			name: 'Box',
			type: 'box_layer',
			box_keys: [
				{ frame: 1, x: 0.2, y: 0.2 },
				{ frame: 41, x: 0.4, y: 0.8 },
			],
		},
		{ on: false, name: 'Off', type: 'spline', points_store: '[{"x":0,"y":0}]' },
	]),
	cotracker: writeZip({
		'tracks.npy': serializeNpy(
			Float32Array.from({ length: 9 * 2 * 2 }, (_, i) => 100 + i),
			[1, 9, 2, 2],
		),
		'visibility.npy': serializeNpyBooleans(
			Uint8Array.from({ length: 9 * 2 }, (_, i) => (i % 2 === 0 || i < 10 ? 1 : 0)),
			[1, 9, 2],
		),
	}),
	'comfy-workflow': JSON.stringify({
		nodes: [
			{
				id: 1,
				type: 'SplineEditor',
				widgets_values: [
					'[{"points":[{"x":0,"y":240},{"x":208,"y":100},{"x":416,"y":240}],"name":"Arc"}]',
					'[[{"x":0,"y":240},{"x":416,"y":240}]]',
					416,
					480,
					121,
					'path',
					'cardinal',
					0.5,
				],
			},
			{ id: 2, type: 'Note', widgets_values: ['nothing'] },
		],
		links: [],
		version: 0.4,
	}),
};

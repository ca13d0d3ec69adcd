import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDocument } from '#core/document/document.ts';
import { serializeAtiTracks } from '#core/formats/atiTracks.ts';
import { exactTracks } from '#core/formats/exactTracks.ts';
import { serializeNpy, serializeNpyBooleans } from '#core/formats/npy.ts';
import { serializeProject } from '#core/formats/projectFile.ts';
import { encodeVideo } from '#media/node/encodeVideo.ts';
import { loadVideoCodecs } from '#media/node/optionalPackages.ts';
import { caseOf, caseSize, right, still } from '#metrics/testing/cases.ts';
import { greyRgba, sceneFrames } from '#metrics/testing/movingScene.ts';

import { runCli, temporaryFolder } from '../testing/runCli.ts';

const codecs = await loadVideoCodecs();
const folder = temporaryFolder();
afterAll(() => folder.dispose());
const at = (name: string) => join(folder.path, name);
const metrics = (...args: string[]) => runCli(['metrics', ...args], { cwd: folder.path });

// One that moves as planned, one that stays where it should move.
const { scene, samples } = caseOf([
	{ x: 50, y: 70, plan: right },
	{ x: 150, y: 40, half: 20, plan: (s) => [0, 50 * s], real: still },
]);

describe.skipIf(!codecs.ok)('metrics', () => {
	beforeAll(async () => {
		const frames = [...sceneFrames(scene)];
		const { width, height, frameCount } = scene;
		const frame = (k: number) => greyRgba(frames[k]!);
		const video = await encodeVideo({ width, height, frameCount, fps: 16, frame });
		if (!video.ok) throw new Error(video.error);
		writeFileSync(at('video.mp4'), video.value.bytes);
		writeFileSync(at('tracks.json'), serializeAtiTracks(samples));
	});

	test('--json is the report: one track keeps to the plan, the other stays', async () => {
		const { code, out } = await metrics('video.mp4', '--tracks', 'tracks.json', '--json', '-q');
		expect(code).toBe(0);
		const report = JSON.parse(out);
		expect(report).toMatchObject({
			ok: true,
			video: { ...caseSize, frameCount: 41 },
			adherence: { tracks: [{ acc5: 1, appearanceRate: 1 }, { appearanceRate: 1 }] },
			smoothness: { repeatRatio: 0 },
			consistency: { cuts: [] },
			control: { gain: 0 },
			noiseFloorPx: 4,
			trackNames: ['Track 1', 'Track 2'],
		});
		expect(report.adherence.tracks[0].meanErrorPx).toBeLessThan(0.3);
		expect(report.adherence.tracks[1].gain).toBeLessThan(0.1);
		expect(report.why.join('\n')).toMatch(/^Track 2 hardly moves/);
	});

	test('people get lines, a table of one number a row, or Markdown', async () => {
		const plain = await metrics('video.mp4', '--tracks', 'tracks.json');
		expect(plain.out).toContain('Within 1 % of the diagonal');
		expect(plain.out).toContain('ATI paper 34.7 %');
		expect(plain.out).toContain('Likely why: Track 2 hardly moves');
		const csv = await metrics('video.mp4', '--tracks', 'tracks.json', '-o', 'report.csv');
		expect([csv.code, csv.out]).toEqual([0, '']);
		const rows = readFileSync(at('report.csv'), 'utf8').trimEnd().split('\n');
		expect(rows[0]).toBe('group,track,metric,value');
		expect(rows.every((row) => row.split(',').length === 4)).toBe(true);
		expect(rows).toContain('adherence,0,acc5,1');
		expect(rows).toContain('control,all,gain,0');
		const md = await metrics('video.mp4', '--tracks', 'tracks.json', '--md');
		expect(md.out).toContain('| Within 5 % of the diagonal |');
		expect(md.out).toContain('55.9 %');
	});

	test('a project of another size is scaled to the video, its names are used', async () => {
		const frame = { ...emptyDocument.frame, width: 416, height: 240, length: 41 };
		const image = {
			sha256: '0'.repeat(64),
			width: 416,
			height: 240,
			name: '',
			mediaType: 'image/png',
		};
		const base = { ...emptyDocument, frame, image };
		const double = samples.map((track) => track.map((value) => 2 * value));
		const tracks = exactTracks(base, double, (n) => `track-${n + 1}`).map((track, i) => ({
			...track,
			name: `Thing ${i}`,
		}));
		writeFileSync(at('shot.wanati.json'), serializeProject({ ...base, tracks }));
		const { out, err } = await metrics('video.mp4', '--tracks', 'shot.wanati.json', '--json');
		expect(err).toContain('scaled to the video');
		const report = JSON.parse(out);
		expect(report.trackNames).toEqual(['Thing 0', 'Thing 1']);
		expect(report.adherence.tracks[0].meanErrorPx).toBeLessThan(0.3);
	});

	test("another tracker's places are taken as measured", async () => {
		const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 41, 2, 2), }\n";
		const places = new Float32Array(41 * 4);
		for (let k = 0; k < 41; k++) places.set([53, 74, Number.NaN, 0], 4 * k);
		writeFileSync(
			at('places.npy'),
			Buffer.concat([
				Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0]),
				Buffer.from(header),
				Buffer.from(places.buffer),
			]),
		);
		const args = ['--tracks', 'tracks.json', '--measured', 'places.npy', '--json', '-q'];
		const { out } = await metrics('video.mp4', ...args);
		const { adherence } = JSON.parse(out);
		expect(adherence.tracks[0]).toMatchObject({ gain: 0, appearanceRate: 1 });
		expect(adherence.tracks[0].errorPx[0]).toBeCloseTo(5, 4);
		expect(adherence.tracks[1]).toMatchObject({ meanErrorPx: null, appearanceRate: 0, acc5: 0 });
		expect(JSON.parse(out).measuredFrom).toBe('places.npy');
	});

	test('what that tracker did not see is lost; a file of another shape is refused with what is wanted', async () => {
		const places = new Float32Array(41 * 4).fill(60);
		const seen = Uint8Array.from({ length: 41 * 2 }, (_, i) => i % 2);
		writeFileSync(at('all.npy'), serializeNpy(places, [41, 2, 2]));
		writeFileSync(at('seen.npy'), serializeNpyBooleans(seen, [1, 41, 2]));
		const args = ['video.mp4', '--tracks', 'tracks.json', '--json', '-q'];
		const { out } = await metrics(...args, '--measured', 'all.npy', '--visibility', 'seen.npy');
		const { adherence } = JSON.parse(out);
		expect(adherence.tracks.map((track: object) => track)).toMatchObject([
			{ appearanceRate: 0, meanErrorPx: null },
			{ appearanceRate: 1 },
		]);
		writeFileSync(at('wide.npy'), serializeNpy(places, [41, 4, 1]));
		const wide = await metrics(...args, '--measured', 'wide.npy');
		expect(wide.code).toBe(3);
		expect(JSON.parse(wide.out).error.message).toContain('Its shape is [41, 4, 1]');
		writeFileSync(at('turned.npy'), serializeNpy(places, [2, 41, 2]));
		const turned = await metrics(...args, '--measured', 'turned.npy');
		expect(JSON.parse(turned.out).error.message).toContain('Frames come first');
		const alone = await metrics(...args, '--visibility', 'seen.npy');
		expect(alone.code).toBe(2);
	});

	test('several videos are one page, one table, one document; tracks beside them count', async () => {
		mkdirSync(at('runs'));
		for (const name of ['a', 'b']) copyFileSync(at('video.mp4'), at(`runs/${name}.mp4`));
		writeFileSync(at('runs/a.json'), serializeAtiTracks(samples));
		const page = await metrics('runs', '--tracks', 'tracks.json', '-o', 'page.html');
		expect([page.code, page.out]).toEqual([0, '']);
		const html = readFileSync(at('page.html'), 'utf8');
		expect(html.match(/<svg /g)).toHaveLength(3);
		expect(html).toContain('runs/b.mp4');
		expect(html).not.toMatch(/<script|NaN|undefined/);
		const { code, out } = await metrics('runs/*.mp4', '--json', '-q');
		expect(code).toBe(2);
		expect(JSON.parse(out)).toMatchObject({
			reports: [{ file: 'runs/a.mp4', version: 1 }],
			errors: [{ kind: 'usage', message: expect.stringContaining('runs/b.mp4') }],
		});
	});

	test('what is no video, and what holds no tracks, ends with 3 and says which', async () => {
		writeFileSync(at('text.mp4'), 'no video');
		const wrong = await metrics('text.mp4', '--tracks', 'tracks.json', '--json');
		expect(wrong.code).toBe(3);
		expect(JSON.parse(wrong.out).error).toMatchObject({ kind: 'notAVideo', file: 'text.mp4' });
		writeFileSync(at('none.json'), '[]');
		const none = await metrics('video.mp4', '--tracks', 'none.json', '--json', '-q');
		expect(none.code).toBe(3);
		expect((await metrics('video.mp4', '--tracks', 'tracks.json', '--csv', '--json')).code).toBe(2);
	});
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDocument } from '#core/document/document.ts';
import { fakeJob } from '../../testing/createFakeJobs.ts';
import { exportNames } from './exportNames.ts';
import { csvCell, exportTable } from './exportTable.ts';

const video = {
	mediaType: 'video/mp4',
	extension: 'mp4',
	width: 416,
	height: 240,
	frameCount: 33,
	fps: 16,
	byteLength: 9,
};
const named = (number: number, name: string) =>
	fakeJob({ number, engine: 'draft', video, document: { ...emptyDocument, name } });

test('each result has a folder that says what it is', () => {
	expect(exportNames([named(3, 'Balloons at dawn')])).toEqual([
		{
			folder: 'Balloons at dawn draft 3',
			shot: 'Balloons at dawn draft 3/Balloons at dawn draft 3.wanati.json',
			tracks: 'Balloons at dawn draft 3/Balloons at dawn draft 3 tracks.json',
			video: 'Balloons at dawn draft 3/Balloons at dawn draft 3.mp4',
			metrics: 'Balloons at dawn draft 3/Balloons at dawn draft 3 metrics.json',
		},
	]);
	expect(exportNames([fakeJob({ number: 1 })])[0]?.video).toBeUndefined();
});

test('no two files have one name, none leaves its folder, whatever the shots are called', () => {
	const jobs = fc.array(
		fc
			.tuple(
				fc.nat(3),
				fc.oneof(fc.constantFrom('Fox', 'FOX', '../x', ''), fc.string({ unit: 'binary' })),
			)
			.map(([number, name]) => named(number, name)),
		{ maxLength: 8 },
	);
	fc.assert(
		fc.property(jobs, (all) => {
			const names = exportNames(all);
			const files = names.flatMap(({ shot, tracks, video: film, metrics }) => [
				shot,
				tracks,
				metrics,
				...(film ? [film] : []),
			]);
			expect(new Set(files.map((file) => file.normalize('NFKC').toLowerCase())).size).toBe(
				files.length,
			);
			for (const file of files) {
				expect(file.split('/')).toHaveLength(2);
				expect(file).not.toMatch(/^[./]|\.\.\/|\\/);
			}
		}),
		{ numRuns: 60 },
	);
});

test('a cell is read back as what it was, and is no formula', () => {
	expect(csvCell('=1+1')).toBe("'=1+1");
	expect(csvCell('a, "b"')).toBe('"a, ""b"""');
	expect(csvCell(-1.5)).toBe('-1.5');
	expect(csvCell(null)).toBe('');
	fc.assert(
		fc.property(fc.string(), (text) => {
			const cell = csvCell(text);
			const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
			expect([text, `'${text}`]).toContain(read);
			expect(read).not.toMatch(/^[=+\-@]/);
		}),
		{ numRuns: 100 },
	);
});

test('the table has a line for each result, and every line has as many cells', () => {
	const items = [named(1, 'Fox'), fakeJob({ number: 2 })].map((job) => ({
		job,
		name: `Result ${job.number}`,
		score: null,
		marks: { stars: 4, tags: ['sky', 'hero'], note: '' },
	}));
	const table = exportTable(items.map((item) => ({ item, report: undefined, folder: 'f' })));
	const lines = table.trimEnd().split('\r\n');
	expect(lines).toHaveLength(3);
	const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(',').length);
	expect(new Set(counts).size).toBe(1);
	expect(lines[1]).toContain('Result 1,Fox,draft');
	expect(lines[1]).toContain('"sky, hero"');
});

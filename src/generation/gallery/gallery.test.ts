import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDocument } from '#core/document/document.ts';
import { fakeJob } from '../testing/createFakeJobs.ts';
import { filterItems, type GalleryFilter, isOfProject, noFilter } from './filterItems.ts';
import { type GalleryItem, galleryItems, tagsInUse } from './galleryItems.ts';
import { gallerySorts, sortItems } from './sortItems.ts';
import { storageUse } from './storageUse.ts';

const project = { id: 'p', sha256: 'a' };
const everything: GalleryFilter = { ...noFilter, of: 'all' };

const item = (
	number: number,
	patch: Partial<GalleryItem> & { tags?: string[]; stars?: number },
) => ({
	job: fakeJob({ number, createdAt: number }),
	name: `Run ${number}`,
	score: null,
	...patch,
	marks: { stars: patch.stars ?? 0, tags: patch.tags ?? [], note: '' },
});

const anyItem = fc
	.record({
		number: fc.nat(40),
		engine: fc.constantFrom('draft' as const, 'comfy' as const),
		projectId: fc.constantFrom('p', 'q', undefined),
		stars: fc.nat(5),
		tags: fc.subarray(['sky', 'Hero', 'no']),
		note: fc.constantFrom('', 'too fast', 'sky is good'),
		score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
		prompt: fc.constantFrom('', 'a fox runs', 'balloons'),
	})
	.map(
		({ number, engine, projectId, stars, tags, note, score, prompt }): GalleryItem => ({
			job: fakeJob({
				number,
				engine,
				createdAt: number,
				...(projectId && { projectId }),
				document: { ...emptyDocument, shot: { ...emptyDocument.shot, prompt } },
			}),
			marks: { stars, tags, note },
			name: `Run ${number}`,
			score,
		}),
	);
const anyItems = fc.array(anyItem, { maxLength: 12 });
const anyFilter: fc.Arbitrary<GalleryFilter> = fc.record({
	text: fc.constantFrom('', 'SKY', 'run fox', '  balloons '),
	tag: fc.constantFrom('', 'hero', 'no'),
	minStars: fc.nat(5),
	engine: fc.constantFrom('all', 'draft', 'comfy'),
	of: fc.constantFrom('project', 'all'),
});

test('a job is of the project it was asked for in; an earlier one of those that show its picture', () => {
	const image = { sha256: 'a', width: 1, height: 1, name: '', mediaType: '' };
	const document = { ...emptyDocument, image };
	expect(isOfProject({ document, projectId: 'p' }, project)).toBe(true);
	expect(isOfProject({ document, projectId: 'q' }, project)).toBe(false);
	expect(isOfProject({ document }, project)).toBe(true);
	expect(isOfProject({ document: emptyDocument }, { id: 'p', sha256: undefined })).toBe(false);
});

test('words are looked for in all that can be read, whatever their case', () => {
	const items = [item(1, { tags: ['Sky'] }), item(2, { name: 'Draft 2' })];
	const found = (text: string) =>
		filterItems(items, { ...everything, text }, project).map(({ job }) => job.number);
	expect(found('sky')).toEqual([1]);
	expect(found('draft 2')).toEqual([2]);
	expect(found('sky draft')).toEqual([]);
	expect(found(' ')).toEqual([1, 2]);
});

test('filtering keeps the order, keeps nothing else, and finds the same a second time', () => {
	fc.assert(
		fc.property(anyItems, anyFilter, (items, filter) => {
			const found = filterItems(items, filter, project);
			expect(items.filter((one) => found.includes(one))).toEqual(found);
			expect(filterItems(found, filter, project)).toEqual(found);
			for (const { job, marks } of found) {
				expect(marks.stars).toBeGreaterThanOrEqual(filter.minStars);
				if (filter.engine !== 'all') expect(job.engine).toBe(filter.engine);
			}
			expect(filterItems(items, everything, project)).toEqual(items);
		}),
		{ numRuns: 60 },
	);
});

test('sorting loses nothing, puts the best first, and does not depend on the order before', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(anyItem, { selector: ({ job }) => job.number, maxLength: 12 }),
			fc.constantFrom(...gallerySorts),
			(items, sort) => {
				const sorted = sortItems(items, sort);
				expect(new Set(sorted)).toEqual(new Set(items));
				expect(sortItems([...items].reverse(), sort)).toEqual(sorted);
				for (const [i, later] of sorted.slice(1).entries()) {
					const one = sorted[i]!;
					if (sort === 'stars') expect(one.marks.stars).toBeGreaterThanOrEqual(later.marks.stars);
					if (sort === 'adherence')
						expect(one.score ?? -1).toBeGreaterThanOrEqual(later.score ?? -1);
					if (sort === 'newest') expect(one.job.number).toBeGreaterThan(later.job.number);
				}
			},
		),
		{ numRuns: 60 },
	);
});

test('tags in use are told once, whatever their case', () => {
	expect(tagsInUse([item(1, { tags: ['sky', 'hero'] }), item(2, { tags: ['Sky'] })])).toEqual([
		'hero',
		'sky',
	]);
});

test('what jobs take is the sum of what each takes', () => {
	const video = {
		mediaType: 'video/mp4',
		extension: 'mp4',
		width: 1,
		height: 1,
		frameCount: 1,
		fps: 16,
	};
	const jobs = fc.array(
		fc
			.record({ bytes: fc.option(fc.nat(1e6)), tracks: fc.string({ maxLength: 40 }) })
			.map(({ bytes, tracks }) => ({
				tracksJson: tracks,
				...(bytes !== null && { video: { ...video, byteLength: bytes } }),
			})),
	);
	fc.assert(
		fc.property(jobs, jobs, (a, b) => {
			expect(storageUse([...a, ...b])).toBe(storageUse(a) + storageUse(b));
			expect(storageUse(a)).toBeGreaterThanOrEqual(0);
		}),
		{ numRuns: 60 },
	);
	expect(storageUse([])).toBe(0);
});

test('an item has the marks and the score of its job; one that was not measured has none', () => {
	const jobs = [fakeJob({ number: 1, marks: { stars: 2 } }), fakeJob({ number: 2 })];
	const report = { adherence: { acc1: 0.5 } };
	const items = galleryItems(jobs, { job1: { state: 'done', report } as never }, () => 'x');
	expect(items.map(({ score, marks }) => [score, marks.stars])).toEqual([
		[0.5, 2],
		[null, 0],
	]);
});

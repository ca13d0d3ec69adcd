import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTrack, emptyDocument, type WanDocument } from '../document/document.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { parseProject, serializeProject } from './projectFile.ts';
import { migrateProject } from './projectMigrations.ts';

const track = createTrack(emptyDocument, 'a', 'path', [
	{ x: 1.25, y: -3, mode: 'smooth' },
	{ x: 9, y: 9, mode: 'bezier', handleIn: { x: -1, y: 0 }, time: 0.5 },
]);
const document: WanDocument = {
	...emptyDocument,
	name: 'Forêt 🦊 "x"',
	image: {
		sha256: '0f'.repeat(32),
		width: 640,
		height: 480,
		name: 'a.png',
		mediaType: 'image/png',
	},
	tracks: [track],
};

/** The file with the value at `path` replaced; undefined takes it away. */
function fileWith(path: string, value: unknown): string {
	const keys = path.split('.');
	const project: unknown = JSON.parse(serializeProject(document));
	let parent = project as Record<string, unknown>;
	for (const key of keys.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
	parent[keys.at(-1)!] = value;
	return JSON.stringify(project);
}

const errorOf = (text: string) => {
	const result = parseProject(text);
	return result.ok ? 'no error' : result.error;
};

test('a project comes back as it was, with and without its image', () => {
	const bytes = Uint8Array.from({ length: 50_001 }, (_, i) => (i * 7) % 256);
	expect(parseProject(serializeProject(document))).toEqual({ ok: true, value: { document } });
	expect(parseProject(serializeProject(document, { bytes, mediaType: 'image/png' }))).toEqual({
		ok: true,
		value: { document, image: { bytes, mediaType: 'image/png' } },
	});
});

test('a bare document is read too', () => {
	expect(parseProject(JSON.stringify(document))).toEqual({ ok: true, value: { document } });
});

test('base64 and back is the same bytes', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
			expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
			expect(fromBase64(toBase64(bytes))).toEqual(bytes);
		}),
	);
	expect(['a', 'ab=c', '%%%%', 'é===', 'ab c'].map(fromBase64)).toEqual(Array(5).fill(undefined));
});

test.each([
	['nonsense', { kind: 'notJson' }],
	['[]', { kind: 'notAProject' }],
	['null', { kind: 'notAProject' }],
	['{"nodes":[],"links":[]}', { kind: 'notAProject' }],
	[
		'{"format":"wan-ati project","version":1}',
		{ kind: 'invalid', path: 'document', problem: 'missing' },
	],
	[fileWith('version', 2), { kind: 'newerVersion', version: 2, supported: 1 }],
	[fileWith('version', '1'), { kind: 'invalid', path: 'version', problem: 'notAllowed' }],
	[
		fileWith('document.tracks.0.points.1.y', null),
		{ kind: 'invalid', path: 'document.tracks[0].points[1].y', problem: 'wrongType' },
	],
	[
		fileWith('document.frame.crop', undefined),
		{ kind: 'invalid', path: 'document.frame.crop', problem: 'missing' },
	],
	[
		fileWith('document.frame.width', 1),
		{ kind: 'invalid', path: 'document.frame.width', problem: 'tooSmall' },
	],
	[
		fileWith('document.shot.topk', 11),
		{ kind: 'invalid', path: 'document.shot.topk', problem: 'tooLarge' },
	],
	[
		fileWith('document.tracks.0.kind', 'camera'),
		{ kind: 'invalid', path: 'document.tracks[0].kind', problem: 'notAllowed' },
	],
	[
		fileWith('document.tracks', [track, track]),
		{ kind: 'invalid', path: 'document.tracks[1].id', problem: 'duplicate' },
	],
	[
		fileWith('document.tracks.0.timing', { start: 0.6, end: 0.5, easing: 'linear' }),
		{ kind: 'invalid', path: 'document.tracks[0].timing.end', problem: 'endBeforeStart' },
	],
	[
		fileWith('document.tracks.0.points', []),
		{ kind: 'invalid', path: 'document.tracks[0].points', problem: 'tooSmall' },
	],
	[
		fileWith('image', { mediaType: 'image/png', base64: '!!!!' }),
		{ kind: 'invalid', path: 'image.base64', problem: 'notBase64' },
	],
	[
		fileWith('image', { mediaType: 'text/html', base64: '' }),
		{ kind: 'invalid', path: 'image.mediaType', problem: 'notAllowed' },
	],
])('refuses %.60s with the place', (text, error) => {
	expect(errorOf(text)).toMatchObject(error);
});

test('unknown keys and prototypes do not get in', () => {
	const text = serializeProject(document).replace(
		'"document": {',
		'"__proto__": {"polluted": 1}, "document": { "__proto__": {"polluted": 1}, "evil": 1,',
	);
	const result = parseProject(text);
	expect(result).toEqual({ ok: true, value: { document } });
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	expect(result.ok && Object.getPrototypeOf(result.value.document)).toBe(Object.prototype);
});

test('a deep file is refused, not followed', () => {
	const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
	expect(errorOf(deep)).toMatchObject({ kind: expect.stringMatching(/notJson|notAProject/) });
	expect(errorOf(fileWith('document.name', 'DEEP').replace('"DEEP"', deep))).toMatchObject({
		kind: expect.stringMatching(/notJson|invalid/),
	});
});

test('any JSON gives a result, never an exception', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
			expect(parseProject(text).ok).toBe(false);
		}),
	);
	fc.assert(
		fc.property(
			fc.json(),
			fc.constantFrom('name', 'image', 'frame', 'tracks', 'shot'),
			(json, key) => {
				const text = fileWith(`document.${key}`, JSON.parse(json));
				expect(typeof parseProject(text).ok).toBe('boolean');
			},
		),
	);
});

test('an older version passes each migration in turn', () => {
	const steps = {
		1: (p: object) => ({ ...p, a: 1 }),
		2: (p: object) => ({ ...p, b: 2 }),
	};
	expect(migrateProject({ x: 0 }, 1, steps, 3)).toEqual({ x: 0, a: 1, b: 2 });
	expect(migrateProject({ x: 0 }, 2, steps, 3)).toEqual({ x: 0, b: 2 });
	expect(() => migrateProject({}, 1, {}, 2)).toThrow('No migration from project version 1');
});

test('a project from before there were LoRAs opens with none, and one with two keeps them', () => {
	const old = parseProject(fileWith('document.shot.loras', undefined));
	expect(old.ok && old.value.document.shot.loras).toEqual([]);
	const loras = [
		{ name: 'speed.safetensors', strength: 1 },
		{ name: 'style/ink.safetensors', strength: 0.4 },
	];
	const again = parseProject(fileWith('document.shot.loras', loras));
	expect(again.ok && again.value.document.shot.loras).toEqual(loras);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from './safeFileName.ts';

test('a plain name stays as it is', () => {
	expect(safeFileName('Balloons at dawn run 48', 'mp4')).toBe('Balloons at dawn run 48.mp4');
	expect(safeFileName('Été à la mer', 'json')).toBe('Été à la mer.json');
});

test('a path, a hidden direction, a reserved name and nothing at all become harmless', () => {
	expect(safeFileName('../../etc/passwd', 'mp4')).toBe('etc passwd.mp4');
	expect(safeFileName('clip\u202egpj.exe', 'mp4')).toBe('clip gpj.exe.mp4');
	expect(safeFileName('CON', 'mp4')).toBe('CON shot.mp4');
	expect(safeFileName('  ...  ', 'mp4')).toBe('shot.mp4');
	expect(safeFileName('x', '../exe')).toBe('x.exe');
});

test('whatever it is called, the name has no path, no control character, a bounded length, and the extension', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
			const name = safeFileName(words, 'mp4');
			expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]/u);
			expect(name).not.toMatch(/^[.\s]|[.\s]\.mp4$/);
			expect([...name].length).toBeLessThanOrEqual(109);
			expect(name.endsWith('.mp4')).toBe(true);
		}),
		{ numRuns: 300 },
	);
});

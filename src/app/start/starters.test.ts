import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentSchema } from '#core/document/document.ts';
import { lintDocument } from '#core/lint/lintDocument.ts';
import { starterCounts, starterIds } from './starters.ts';

test.each(starterIds)('starter %s is a legal shot whose picture and counts are as told', (id) => {
	const document = documentSchema.parse(
		JSON.parse(readFileSync(`public/starters/${id}.json`, 'utf8')),
	);
	const picture = readFileSync(`public/starters/${id}.webp`);
	expect(document.image?.sha256).toBe(createHash('sha256').update(picture).digest('hex'));
	expect(lintDocument(document).filter((f) => f.severity === 'error')).toEqual([]);
	expect(document.tracks.filter((t) => t.kind === 'path')).toHaveLength(starterCounts[id].tracks);
	expect(document.tracks.filter((t) => t.kind === 'pin')).toHaveLength(starterCounts[id].pins);
});

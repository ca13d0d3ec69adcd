import { expect, test } from 'vitest';
import { createTrack, emptyDocument, type WanDocument } from '#core/document/document.ts';
import { lintDocument } from '#core/lint/lintDocument.ts';
import { createEditorStore } from '../store/createEditorStore.ts';
import { checksOf } from './checksOf.ts';

const image = {
	sha256: 'a'.repeat(64),
	width: 832,
	height: 480,
	name: 'a.png',
	mediaType: 'image/png',
};
const documentOf = (count: number): WanDocument => {
	const document = { ...emptyDocument, image };
	const tracks = Array.from({ length: count }, (_, n) =>
		createTrack(document, `t${n}`, 'path', [
			{ x: 100 + n, y: 100, mode: 'smooth' },
			{ x: 300, y: 100 + 5 * n, mode: 'smooth' },
		]),
	);
	return { ...document, tracks };
};

test('idle moments find what is found at once, in the same order, for the newest document', async () => {
	const store = createEditorStore({ document: documentOf(3) });
	const checks = checksOf(store);
	const told = new Promise<void>((resolve) => {
		const stop = checks.subscribe(() => {
			stop();
			resolve();
		});
	});
	const newest = documentOf(80);
	store.loadDocument(newest);
	await told;
	expect(checks.get()?.document).toBe(newest);
	// Another object, so that nothing is remembered of it.
	expect(checks.get()?.findings).toEqual(lintDocument({ ...newest }));
});

test('a drag is checked when it ends', async () => {
	const store = createEditorStore({ document: documentOf(2) });
	const checks = checksOf(store);
	const told: unknown[] = [];
	const stop = checks.subscribe(() => told.push(checks.get()?.document));
	const before = store.getDocument();
	store.beginGesture('move');
	store.previewGesture([{ type: 'track/translate', trackIds: ['t0'], dx: 5, dy: 0 }]);
	await expect.poll(() => told).toEqual([before]);
	store.commitGesture();
	await expect.poll(() => told).toEqual([before, store.getDocument()]);
	stop();
});

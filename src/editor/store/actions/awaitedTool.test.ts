// Not with the driver: it loads all tools first.
import { expect, test } from 'vitest';
import { emptyDocument } from '#core/document/document.ts';
import { loadToolkit, toolkit } from '../../tools/loadToolkit.ts';
import type { PointerToolEvent } from '../../tools/tool.ts';
import { createEditorStore } from '../createEditorStore.ts';

const pointer = (type: PointerToolEvent['type'], x: number, y: number): PointerToolEvent => ({
	type,
	point: { x, y },
	screen: { x, y },
	isDragging: false,
	clickCount: type === 'pointerMove' ? 0 : 1,
	modifiers: { shift: false, alt: false, ctrl: false },
	isCoarse: false,
	trail: [{ x, y, timeMs: 0 }],
});

test('what is done before a tool has arrived waits for it, unless another is taken up', async () => {
	const picture = { sha256: '0'.repeat(64), width: 832, height: 480 };
	const store = createEditorStore({
		document: { ...emptyDocument, image: { ...picture, name: 'a.png', mediaType: 'image/png' } },
	});
	const click = (x: number, y: number) => {
		store.handleToolEvent(pointer('pointerDown', x, y));
		store.handleToolEvent(pointer('pointerUp', x, y));
	};
	expect(toolkit()).toBeNull();

	store.setTool('line');
	click(500, 300);
	store.setTool('pen');
	click(100, 100);
	click(300, 200);
	store.handleToolEvent({ type: 'finish' });
	expect(store.getState().tool.id).toBe('select');
	expect(store.getDocument().tracks).toEqual([]);

	await loadToolkit();
	await expect.poll(() => store.getState().tool.id).toBe('pen');
	expect(store.getDocument().tracks.map((track) => track.points)).toMatchObject([
		[
			{ x: 100, y: 100 },
			{ x: 300, y: 200 },
		],
	]);
});

import { expect, test } from 'vitest';
import { en } from '#text/messages.ts';
import { customKeymap, shortcutOf } from './shortcuts.ts';
import { withKeys } from './useKeyWords.ts';

const { hints, noTracksText } = en.editor;

test('sentences name the keys that commands have now', () => {
	const words = (custom: Record<string, readonly string[]>) =>
		withKeys(noTracksText, (command) => shortcutOf(customKeymap(custom), command));
	expect(words({})).toContain('the pen (P), click');
	expect(words({ 'tool/pen': ['q'] })).toContain('the pen (Q), click');
	expect(words({ 'tool/pen': [] })).toContain('the pen, click');
});

test('a bracket goes with all its words when its command has no keys', () => {
	expect(withKeys(hints.penDrawing, () => undefined)).toMatch(/closes the path$/);
	expect(withKeys(hints.penDrawing, () => 'Enter')).toMatch(/closes the path \(↵ ends it\)$/);
});

test('no placeholder is left in any hint', () => {
	for (const hint of Object.values(hints)) expect(withKeys(hint, () => 'X')).not.toMatch(/[{}]/);
});

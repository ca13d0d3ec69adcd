import { expect, test } from 'vitest';
import { ariaShortcut, formatShortcut } from './formatShortcut.ts';

test('shortcuts read as on the keyboard in front of the person', () => {
	expect(formatShortcut('Mod+Shift+Z', false)).toBe('Ctrl Shift Z');
	expect(formatShortcut('Mod+Enter', true)).toBe('⌘ ↵');
});

test('assistive technology hears the key names of the standard', () => {
	expect(ariaShortcut('Mod+Enter', false)).toBe('Control+Enter');
	expect(ariaShortcut('Mod+Enter', true)).toBe('Meta+Enter');
});

import { expect, test } from 'vitest';
import { palette as en } from '#text/en/palette.ts';
import { palette as fr } from '#text/fr/palette.ts';
import { defaultKeymap } from '../input/keymap.ts';
import { createDriver } from '../testing/createDriver.ts';
import { editorCommands, gestures } from './paletteCommands.ts';

test('every command of the keyboard has a name in both languages', () => {
	for (const { commands } of [en, fr])
		expect([...new Set(Object.values(defaultKeymap))].filter((id) => !commands[id])).toEqual([]);
	expect(Object.keys(fr.commands).sort()).toEqual(Object.keys(en.commands).sort());
});

test('names and ids are given once', () => {
	const { store } = createDriver();
	const all = [...editorCommands(store, en), ...gestures(en)];
	expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
	const names = editorCommands(store, en).map(({ label }) => label);
	expect(new Set(names).size).toBe(names.length);
});

test('a command runs as by its key', () => {
	const { store } = createDriver();
	const find = (id: string) => editorCommands(store, en).find((command) => command.id === id);
	find('tool/pin')?.run?.();
	expect(store.getState().tool.id).toBe('pin');
	expect(find('undo')?.shortcuts).toEqual(['Mod+Z']);
	expect(find('app/generate')).toMatchObject({ shortcuts: ['Mod+Enter'] });
	expect(find('loopStart')?.shortcuts).toEqual(['Alt+I']);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BoundCommand, defaultKeymap } from '../input/keymap.ts';
import { type CustomShortcuts, chordsOf, customKeymap, writeChord } from '../input/shortcuts.ts';
import { isReserved, ownerOf, rebind, resetShortcut } from './rebind.ts';

const commands = [...new Set(Object.values(defaultKeymap))];
const chords = [...Object.keys(defaultKeymap), 'q', 'Ctrl+m', 'Alt+p'].filter(
	(c) => !isReserved(c),
);
const step = fc.record({
	command: fc.constantFrom(...commands),
	chord: fc.constantFrom(...chords),
	resets: fc.boolean(),
});
const play = (steps: readonly { command: BoundCommand; chord: string; resets: boolean }[]) =>
	steps.reduce<CustomShortcuts>(
		(custom, { command, chord, resets }) =>
			resets ? resetShortcut(custom, command) : rebind(custom, command, chord),
		{},
	);

test('without own shortcuts the keymap is that of the manual', () => {
	expect(customKeymap({})).toEqual(defaultKeymap);
});

test('a chord that is given away is no longer its first owner’s', () => {
	expect(ownerOf({}, 'tool/line', 'p')).toBe('tool/pen');
	const custom = rebind({}, 'tool/line', 'p');
	expect(chordsOf(customKeymap(custom), 'tool/pen')).toEqual([]);
	expect(chordsOf(customKeymap(custom), 'tool/line')).toEqual(['p']);
	expect(resetShortcut(custom, 'tool/pen')).toEqual({ 'tool/line': [] });
});

test('whatever is rebound, the last one given a chord has it, and no other command', () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 8 }), step, (steps, last) => {
			const custom = rebind(play(steps), last.command, last.chord);
			const keymap = customKeymap(custom);
			expect(chordsOf(keymap, last.command)).toEqual([last.chord]);
			const given = Object.values(custom).flat();
			expect(new Set(given).size).toBe(given.length);
			for (const [id, list] of Object.entries(custom))
				expect([...chordsOf(keymap, id as BoundCommand)].sort()).toEqual([...list].sort());
		}),
		{ numRuns: 60 },
	);
});

test('resetting every command gives the first keymap back', () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
			const reset = commands.reduce<CustomShortcuts>(resetShortcut, play(steps));
			expect(reset).toEqual({});
		}),
		{ numRuns: 60 },
	);
});

test('chords read as keys', () => {
	expect(
		['Ctrl+z', ' ', '+', 'Ctrl++', 'Alt+arrowup', 'Alt+digit1', 'Shift+F10'].map(writeChord),
	).toEqual(['Mod+Z', 'Space', 'Plus', 'Mod+Plus', 'Alt+ArrowUp', 'Alt+1', 'Shift+F10']);
});

import { expect, test } from 'vitest';
import { createProgress } from './createProgress.ts';

const record = (isTerminal: boolean, color = false) => {
	const written: string[] = [];
	const progress = createProgress({
		write: (text) => void written.push(text),
		isTerminal,
		color,
		columns: () => 60,
	});
	return { progress, text: () => written.join('') };
};

test('a file gets a line each tenth and each new label, no control characters', () => {
	const { progress, text } = record(false);
	for (let step = 0; step <= 20; step++) progress.show(step / 20, `Sampler ${step}/20`);
	progress.show(1, 'Fetching');
	progress.end();
	expect(text().split('\n')).toHaveLength(13);
	expect(text()).toMatch(/^ {2}0 % Sampler 0\/20$/m);
	expect(text()).toMatch(/^100 % Fetching$/m);
	expect(text()).not.toContain('\u001b');
});

test('a terminal gets one bar that is drawn over, and lines above it', () => {
	const { progress, text } = record(true);
	progress.show(0.5, 'Sampler 10/20');
	progress.line('a note');
	progress.end();
	const shown = text().split('\r\u001b[2K');
	expect(shown).toEqual([
		`${'█'.repeat(12)}${'░'.repeat(12)}  50 % Sampler 10/20`,
		`a note\n${'█'.repeat(12)}${'░'.repeat(12)}  50 % Sampler 10/20`,
		'',
	]);
});

test('the bar fits the terminal and has colour only where it is wanted', () => {
	const { progress, text } = record(true);
	progress.show(0.1, 'x'.repeat(200));
	expect(text().length).toBeLessThan(60);
	expect(text()).not.toContain('\u001b[3');
	const coloured = record(true, true);
	coloured.progress.show(0.1, 'x');
	expect(coloured.text()).toContain('\u001b[36m');
});

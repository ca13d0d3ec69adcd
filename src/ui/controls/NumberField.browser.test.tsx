import { useState } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '../testing/mount.tsx';
import { NumberField } from './NumberField.tsx';

type Call = string | [string, number | boolean];

function Owner({ gesture, calls }: { gesture: boolean; calls: Call[] }) {
	const [value, setValue] = useState(20);
	const drag = gesture && {
		onDragStart: () => calls.push('start'),
		onDrag: (next: number) => {
			calls.push(['drag', next]);
			setValue(next);
		},
		onDragEnd: (kept: boolean) => {
			calls.push(['end', kept]);
			if (!kept) setValue(20);
		},
	};
	return (
		<NumberField
			label="Steps"
			min={1}
			max={100}
			value={value}
			onCommit={(next) => {
				calls.push(['commit', next]);
				setValue(next);
			}}
			{...drag}
		/>
	);
}

/** A field of 20, 1 to 100, and everything it told its owner. */
function setUp({ gesture }: { gesture: boolean }) {
	const calls: Call[] = [];
	onTestFinished(mount(<Owner gesture={gesture} calls={calls} />));
	const label = document.querySelector('label') as HTMLElement;
	const pointer = (type: string, x: number, keys: PointerEventInit = {}) =>
		label.dispatchEvent(
			new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, clientX: x, ...keys }),
		);
	// A made-up pointer cannot be captured; the drag does not depend on it here.
	label.setPointerCapture = () => undefined;
	return { calls, pointer, field: page.getByRole('textbox', { name: 'Steps' }) };
}

test('one drag of the label is one gesture', async () => {
	const { calls, pointer, field } = setUp({ gesture: true });
	pointer('pointerdown', 100);
	pointer('pointermove', 105);
	pointer('pointermove', 112);
	pointer('pointerup', 112);
	expect(calls).toEqual(['start', ['drag', 25], ['drag', 32], ['end', true]]);
	await expect.element(field).toHaveValue('32');
});

test('Escape in a drag gives it up and the old value returns', async () => {
	const { calls, pointer, field } = setUp({ gesture: true });
	pointer('pointerdown', 100);
	pointer('pointermove', 120);
	window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
	pointer('pointermove', 140);
	pointer('pointerup', 140);
	expect(calls).toEqual(['start', ['drag', 40], ['end', false]]);
	await expect.element(field).toHaveValue('20');
});

test('without drag handlers a drag commits once, at its end', () => {
	const { calls, pointer } = setUp({ gesture: false });
	pointer('pointerdown', 0);
	pointer('pointermove', 4);
	pointer('pointermove', 8, { shiftKey: true });
	pointer('pointerup', 8);
	expect(calls).toEqual([['commit', 64]]);
});

test('a press of the label without a drag changes nothing', () => {
	const { calls, pointer } = setUp({ gesture: true });
	pointer('pointerdown', 0);
	pointer('pointermove', 2);
	pointer('pointerup', 2);
	expect(calls).toEqual([]);
});

test('what is typed counts on Enter and when the focus leaves, held to the limits', async () => {
	const { calls, field } = setUp({ gesture: false });
	await field.fill('30');
	await userEvent.keyboard('{Enter}');
	await field.fill('400');
	(document.activeElement as HTMLElement).blur();
	expect(calls).toEqual([
		['commit', 30],
		['commit', 100],
	]);
	await expect.element(field).toHaveValue('100');
});

test('nonsense and Escape leave the value as it was', async () => {
	const { calls, field } = setUp({ gesture: false });
	await field.fill('many');
	(document.activeElement as HTMLElement).blur();
	await field.fill('31');
	await userEvent.keyboard('{Escape}');
	expect(calls).toEqual([]);
	await expect.element(field).toHaveValue('20');
});

test('arrows step, Shift by ten', async () => {
	const { calls, field } = setUp({ gesture: false });
	await field.click();
	await userEvent.keyboard('{ArrowUp}{Shift>}{ArrowDown}{/Shift}');
	expect(calls).toEqual([
		['commit', 21],
		['commit', 11],
	]);
});

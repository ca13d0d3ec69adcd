import { useState } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '../testing/mount.tsx';
import { Combobox } from './Combobox.tsx';
import { Select } from './Select.tsx';

const values = ['uni_pc', 'euler', 'euler_ancestral', 'heun'];
const options = values.map((value) => ({ value, label: value, detail: `about ${value}` }));

type Control = typeof Select | typeof Combobox;

function Owner({ control: Shown, chosen }: { control: Control; chosen: string[] }) {
	const [value, setValue] = useState('uni_pc');
	return (
		<>
			<Shown
				label="Sampler"
				value={value}
				options={options}
				onChange={(next) => {
					chosen.push(next);
					setValue(next);
				}}
			/>
			<button type="button">Elsewhere</button>
		</>
	);
}

function setUp(control: Control) {
	const chosen: string[] = [];
	onTestFinished(mount(<Owner control={control} chosen={chosen} />));
	return { chosen, box: page.getByRole('combobox', { name: 'Sampler', exact: true }) };
}

test('a select is worked by keyboard and keeps the focus', async () => {
	const { chosen, box } = setUp(Select);
	(box.element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(box).toHaveAttribute('aria-expanded', 'true');
	await userEvent.keyboard('{ArrowDown}{ArrowDown}');
	const active = box.element().getAttribute('aria-activedescendant');
	expect(document.getElementById(active ?? '')?.textContent).toContain('euler_ancestral');
	await userEvent.keyboard('{Enter}');
	expect(chosen).toEqual(['euler_ancestral']);
	await expect.element(box).toHaveFocus();
	await expect.element(box).toHaveAttribute('aria-expanded', 'false');
});

test('Escape closes a select and chooses nothing', async () => {
	const { chosen, box } = setUp(Select);
	await box.click();
	await userEvent.keyboard('{End}{Escape}');
	await expect.element(box).toHaveAttribute('aria-expanded', 'false');
	expect(chosen).toEqual([]);
});

test('typed letters go to the option that begins so', async () => {
	const { chosen, box } = setUp(Select);
	(box.element() as HTMLElement).focus();
	await userEvent.keyboard('he{Enter}');
	expect(chosen).toEqual(['heun']);
});

test('an option is named by its label alone and is chosen by a click', async () => {
	const { chosen, box } = setUp(Select);
	await box.click();
	await page.getByRole('option', { name: 'euler', exact: true }).click();
	expect(chosen).toEqual(['euler']);
	await expect.element(box).toHaveTextContent('euler');
});

test('a second click on a select closes it', async () => {
	const { box } = setUp(Select);
	await box.click();
	await box.click();
	await expect.element(box).toHaveAttribute('aria-expanded', 'false');
});

test('a combobox filters while typing; Enter takes the first match', async () => {
	const { chosen, box } = setUp(Combobox);
	await box.fill('anc');
	await expect.element(page.getByRole('option', { name: 'euler_ancestral' })).toBeVisible();
	expect(page.getByRole('option').elements()).toHaveLength(1);
	await userEvent.keyboard('{Enter}');
	expect(chosen).toEqual(['euler_ancestral']);
	await expect.element(box).toHaveValue('euler_ancestral');
});

test('a combobox left with a half word keeps its value, with a whole one takes it', async () => {
	const { chosen, box } = setUp(Combobox);
	await box.fill('eul');
	await page.getByRole('button', { name: 'Elsewhere' }).click();
	await expect.element(box).toHaveValue('uni_pc');
	await box.fill('HEUN');
	await page.getByRole('button', { name: 'Elsewhere' }).click();
	expect(chosen).toEqual(['heun']);
});

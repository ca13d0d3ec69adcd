import { useState } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultShot, type Shot } from '#core/document/document.ts';
import { mount } from '#ui/testing/mount.tsx';
import { ShotPanel } from './ShotPanel.tsx';
import { shotChoices } from './shotChoices.ts';

type Call = readonly [string, ...unknown[]];

function Owner({ calls, withGesture }: { calls: Call[]; withGesture: boolean }) {
	const [shot, setShot] = useState<Shot>(defaultShot);
	const change = (patch: Partial<Shot>) => setShot((before) => ({ ...before, ...patch }));
	const gesture = {
		begin: (label: string) => calls.push(['begin', label]),
		preview: (patch: Partial<Shot>) => {
			calls.push(['preview', patch]);
			change(patch);
		},
		commit: () => calls.push(['commit']),
		cancel: () => calls.push(['cancel']),
	};
	return (
		<ShotPanel
			shot={shot}
			onShot={(patch, label) => {
				calls.push(['shot', patch, label]);
				change(patch);
			}}
			{...(withGesture && { gesture })}
			choices={shotChoices(undefined)}
			engine="comfy"
		/>
	);
}

function setUp(withGesture = true) {
	const calls: Call[] = [];
	onTestFinished(mount(<Owner calls={calls} withGesture={withGesture} />));
	return { calls, leave: () => (document.activeElement as HTMLElement).blur() };
}

test('every field is in sight and has the name that scripts rely on', async () => {
	setUp();
	for (const name of ['Prompt', 'Negative prompt', 'Seed', 'Steps', 'CFG', 'Temperature', 'Top k'])
		await expect.element(page.getByRole('textbox', { name, exact: true })).toBeVisible();
	for (const name of ['Sampler', 'Scheduler'])
		await expect.element(page.getByRole('combobox', { name, exact: true })).toBeVisible();
	await expect
		.element(page.getByRole('checkbox', { name: 'New seed each time', exact: true }))
		.toBeChecked();
});

test('a prompt typed in one go is one gesture, seen by the document at each key', async () => {
	const { calls, leave } = setUp();
	await page.getByRole('textbox', { name: 'Prompt', exact: true }).click();
	await userEvent.keyboard('fox');
	expect(calls).toEqual([
		['begin', 'Change prompt'],
		['preview', { prompt: 'f' }],
		['preview', { prompt: 'fo' }],
		['preview', { prompt: 'fox' }],
	]);
	leave();
	expect(calls.at(-1)).toEqual(['commit']);
});

test('without a gesture a prompt is one change when the focus leaves', async () => {
	const { calls, leave } = setUp(false);
	await page.getByRole('textbox', { name: 'Negative prompt', exact: true }).fill('blurry');
	expect(calls).toEqual([]);
	leave();
	expect(calls).toEqual([['shot', { negative: 'blurry' }, 'Change negative prompt']]);
});

test('the dice roll another seed', async () => {
	const { calls } = setUp();
	await page.getByRole('button', { name: 'Roll a new seed' }).click();
	const [name, patch] = calls[0] as [string, { seed: number }];
	expect(name).toBe('shot');
	expect(Number.isInteger(patch.seed)).toBe(true);
});

test('a number beyond what ComfyUI takes is held to its limit', async () => {
	const { calls, leave } = setUp();
	await page.getByRole('textbox', { name: 'Top k', exact: true }).fill('99');
	leave();
	expect(calls).toEqual([['shot', { topk: 10 }, 'Change top k']]);
});

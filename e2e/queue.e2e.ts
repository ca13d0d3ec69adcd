import { expect, test } from './support/fixtures.ts';
import { studioPage } from './support/studioPage.ts';

interface Queue {
	readonly queue_running: readonly [number, string, Record<string, GraphNode>][];
	readonly queue_pending: readonly [number, string][];
}
interface GraphNode {
	readonly class_type: string;
	readonly inputs: Readonly<Record<string, unknown>>;
}
const queueOf = async (url: string) => (await (await fetch(`${url}/queue`)).json()) as Queue;

test('what ComfyUI lacks is said before Generate, and the nearest file is offered, not taken', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin();
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await expect(page.getByText('It has all that this shot needs.')).toBeVisible();
	await expect(page.getByText('Nothing ahead of you')).toBeVisible();

	await page.evaluate(() =>
		window.wanAti!.dispatch({
			type: 'shot/set',
			patch: { loras: [{ name: 'tiny-motion-lora-v2.safetensors', strength: 0.5 }] },
		}),
	);
	const checks = page.getByRole('list', { name: 'Server checks' });
	const lora = checks.locator('[data-kind="missingLora"]');
	await expect(lora).toContainText('models/loras');
	await lora.getByRole('button', { name: 'Use tiny_motion_lora.safetensors' }).click();
	await expect(checks).toHaveCount(0);

	await page.evaluate(() =>
		window.wanAti!.dispatch({ type: 'shot/set', patch: { sampler: 'made_up' } }),
	);
	await expect(checks.locator('[data-kind="invalidValue"]')).toContainText('made_up');
	await expect(page.getByRole('combobox', { name: 'Sampler', exact: true })).toHaveAttribute(
		'aria-invalid',
		'true',
	);
	await studio.button('Undo').click();
	await expect(checks).toHaveCount(0);
});

test('a LoRA of the shot is in the graph that runs, and the run’s log tells its story', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin('--step-ms', '400');
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await page.getByRole('button', { name: 'LoRAs' }).click();
	await studio.button('Add a LoRA').click();
	await studio.button('Generate').click();
	await studio.waitFor('running');
	const [running] = (await queueOf(standin.url)).queue_running;
	const nodes = Object.values(running![2]);
	expect(nodes.find((node) => node.class_type === 'LoraLoaderModelOnly')?.inputs).toMatchObject({
		lora_name: 'tiny_motion_lora.safetensors',
		strength_model: 1,
	});
	await expect(page.getByText(/^input\/wanati\/[0-9a-f]{16}\.png$/)).toBeVisible();
	await studio.waitFor('done');

	await studio.button('Run log').click();
	const log = page.getByRole('log');
	await expect(log).toContainText('POST');
	await expect(log).toContainText('/prompt');
	const report = (await studio.download('Report a problem')).toString('utf8');
	// It is kept: the reload of a page that hangs is what a person tries first.
	await page.reload();
	await studio.newest.getByRole('button').first().click();
	await studio.button('Run log').click();
	await expect(page.getByRole('log')).toContainText('/prompt');
	for (const part of [
		'## versions',
		'"comfyVersion": "0.33.0"',
		'## settings',
		'## checks',
		'/prompt',
	])
		expect(report).toContain(part);
});

test('the queue names ours and others, ours change places and are cancelled, others are left alone', async ({
	servePage,
	startStandin,
}) => {
	const standin = await startStandin('--step-ms', '1500');
	const { page } = await servePage('--comfyui', standin.url);
	const studio = studioPage(page);
	await studio.choose('Engine', 'ComfyUI');
	await studio.button('Generate').click();
	await studio.waitFor('running');
	// Somebody else's run, with the graph of ours and another seed.
	const [running] = (await queueOf(standin.url)).queue_running;
	const graph = structuredClone(running![2]) as Record<string, { inputs: Record<string, unknown> }>;
	graph['3']!.inputs.seed = 4242;
	const posted = await fetch(`${standin.url}/prompt`, {
		method: 'POST',
		body: JSON.stringify({ prompt: graph, client_id: 'somebody' }),
	});
	const other = ((await posted.json()) as { prompt_id: string }).prompt_id;
	// One of ours waits on the server, the others here.
	for (let i = 0; i < 3; i++) await studio.button('Generate').click();
	await expect(studio.results.getByRole('listitem')).toHaveCount(4);

	await page.getByRole('button', { name: 'Queue', exact: true }).click();
	const onServer = page.getByRole('list', { name: 'On the server' }).getByRole('listitem');
	await expect(onServer).toHaveText([/Run 1/, /somebody else/, /Run 2/]);
	await expect(onServer.nth(1)).toHaveAttribute('data-owner', 'other');
	await expect(onServer.nth(1).getByRole('button')).toHaveCount(0);

	const here = page.getByRole('list', { name: 'Waiting here' }).getByRole('listitem');
	await expect(here).toHaveText([/Run 3/, /Run 4/]);
	await studio.button('Start Run 4 earlier').click();
	await expect(here).toHaveText([/Run 4/, /Run 3/]);
	await studio.button('Cancel Run 4').click();
	await expect(here).toHaveText([/Run 3/]);

	// Before the run of somebody else, and sent once more for it; what is at work goes on.
	await studio.button('Start Run 2 first').click();
	await expect(onServer).toHaveText([/Run 1/, /Run 2/, /somebody else/]);
	await studio.button('Start Run 3 first').click();
	await expect(onServer).toHaveText([/Run 1/, /Run 3/, /Run 2/, /somebody else/]);
	await expect(onServer.first()).toHaveAttribute('data-state', 'running');

	for (const run of [3, 2, 1]) await studio.button(`Cancel Run ${run}`).click();
	await expect(onServer.first()).toHaveAttribute('data-owner', 'other');
	const left = await queueOf(standin.url);
	expect([...left.queue_running, ...left.queue_pending].map(([, id]) => id)).toContain(other);
});

test('steps and CFG are kept under a name and used again', async ({ servePage }) => {
	const { page } = await servePage();
	const studio = studioPage(page);
	await studio.ready();
	const steps = page.getByRole('textbox', { name: 'Steps', exact: true });
	await steps.fill('6');
	await steps.press('Enter');
	await page.getByRole('button', { name: 'Steps preset' }).click();
	await page.getByRole('menuitem', { name: 'Keep these steps and CFG' }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Fast');
	await studio.button('Keep').click();
	await steps.fill('30');
	await steps.press('Enter');
	await page.reload();
	await page.getByRole('button', { name: 'Steps preset' }).click();
	await page.getByRole('menuitemcheckbox', { name: /^Fast/ }).click();
	await expect(steps).toHaveValue('6');
});

test('with several ComfyUIs, runs go to the idle one that has the models', async ({
	servePage,
	startStandin,
}) => {
	const [bare, first, second] = await Promise.all([
		startStandin('--missing-model', 'wan_2.1_vae.safetensors'),
		startStandin('--step-ms', '600'),
		startStandin('--step-ms', '600'),
	]);
	const { page } = await servePage(
		...['--comfyui', `bare=${bare.url}`],
		...['--comfyui', `one=${first.url}`],
		...['--comfyui', `two=${second.url}`],
	);
	const studio = studioPage(page);
	await studio.choose('Engine', 'Any idle ComfyUI');
	// The panels speak of the one that the run goes to, not of the first in the list.
	const list = page.getByRole('list', { name: 'Servers', exact: true });
	await expect(list.locator('[data-server="bare"]')).toHaveAttribute('data-state', 'lacking');
	await expect(list.locator('[data-server="one"]')).toHaveAttribute('data-state', 'ready');
	await expect(list.locator('[data-server="two"]')).toHaveAttribute('data-state', 'ready');
	await expect(list.getByText('next run')).toHaveCount(1);
	await expect(page.getByText('It has all that this shot needs.')).toBeVisible();
	// The choice of the engine knows each of them, not only one.
	await studio.engine.click();
	const known = page.getByRole('option').filter({ hasText: 'connected 0.33.0' });
	await expect(known).toHaveCount(3);
	await page.keyboard.press('Escape');
	await studio.button('Generate').click();
	await studio.button('Generate').click();
	await expect(studio.results.getByRole('listitem')).toHaveCount(2);
	for (const item of await studio.results.getByRole('listitem').all())
		await expect(item).toHaveAttribute('data-state', 'done', { timeout: 120_000 });
	const runsOn = async (url: string) =>
		Object.keys((await (await fetch(`${url}/history`)).json()) as object).length;
	expect(await Promise.all([bare, first, second].map(({ url }) => runsOn(url)))).toEqual([0, 1, 1]);
});

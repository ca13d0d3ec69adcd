import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { encodeVideo } from '#media/browser/encodeVideo.ts';
import { mount } from '#ui/testing/mount.tsx';
import { createFakeJobs, fakeJob } from '../testing/createFakeJobs.ts';
import { ResultPlayer } from './ResultPlayer.tsx';

const size = { width: 64, height: 64, fps: 16, frameCount: 17 };
/** The grey that says which frame it is; far enough apart to survive the encoder. */
const greyOf = (frame: number) => 16 + frame * 13;

async function setUp(patch: Parameters<typeof fakeJob>[0] = { number: 4 }) {
	const canvas = new OffscreenCanvas(size.width, size.height);
	const context = canvas.getContext('2d');
	const encoded = await encodeVideo(size, (frame) => {
		if (context) context.fillStyle = `rgb(${greyOf(frame)} ${greyOf(frame)} ${greyOf(frame)})`;
		context?.fillRect(0, 0, size.width, size.height);
		return canvas;
	});
	if (!encoded.ok) throw new Error(encoded.error.what);
	const { bytes, ...video } = encoded.value;
	const job = fakeJob({
		state: 'done',
		engine: 'draft',
		video: { ...video, byteLength: bytes.length },
		...patch,
	});
	const manager = createFakeJobs([job], { [job.id]: bytes });
	const asked = { onClose: vi.fn(), onUseShot: vi.fn(), onNewSeed: vi.fn(), onDelete: vi.fn() };
	const made = vi.spyOn(URL, 'createObjectURL');
	const revoked = vi.spyOn(URL, 'revokeObjectURL');
	const unmount = mount(
		<div style={{ width: 600, height: 500 }}>
			<ResultPlayer job={job} manager={manager} {...asked} />
		</div>,
	);
	onTestFinished(unmount);
	onTestFinished(() => void vi.restoreAllMocks());
	const element = document.querySelector('video') as HTMLVideoElement;
	await vi.waitFor(() => expect(element.readyState).toBeGreaterThanOrEqual(2), 60_000);
	return { job, bytes, asked, element, unmount, urls: { made, revoked } };
}

/** The frame on show, read from its grey. */
async function frameOnShow(element: HTMLVideoElement): Promise<number> {
	await vi.waitFor(() => expect(element.seeking).toBe(false), 60_000);
	const canvas = new OffscreenCanvas(1, 1);
	const context = canvas.getContext('2d');
	context?.drawImage(element, 0, 0, 1, 1);
	const grey = context?.getImageData(0, 0, 1, 1).data[0] ?? 0;
	return Math.round((grey - 16) / 13);
}

test('stepping and seeking show exactly the frame that is named', async () => {
	const { element } = await setUp();
	await page.getByRole('button', { name: 'Pause', exact: true }).click();
	(page.getByRole('slider', { name: 'Frame' }).element() as HTMLElement).focus();
	await userEvent.keyboard('{Home}');
	await expect.element(page.getByText('frame 1 of 17')).toBeVisible();
	for (const frame of [1, 2, 3]) {
		await page.getByRole('button', { name: 'Next frame' }).click();
		await expect.element(page.getByText(`frame ${frame + 1} of 17`)).toBeVisible();
		await vi.waitFor(async () => expect(await frameOnShow(element)).toBe(frame), 60_000);
	}
	(page.getByRole('slider', { name: 'Frame' }).element() as HTMLElement).focus();
	await userEvent.keyboard('{End}');
	await vi.waitFor(async () => expect(await frameOnShow(element)).toBe(16), 60_000);
	await page.getByRole('button', { name: 'Previous frame' }).click();
	await vi.waitFor(async () => expect(await frameOnShow(element)).toBe(15), 60_000);
});

/** A finished run whose bytes do not matter. */
function setUpRun(video: Partial<NonNullable<ReturnType<typeof fakeJob>['video']>>) {
	const facts = { mediaType: 'video/mp4', extension: 'mp4', width: 64, height: 64, fps: 16 };
	const job = fakeJob({
		number: 1,
		state: 'done',
		engine: 'comfy',
		video: { ...facts, frameCount: 81, byteLength: 3, ...video },
	});
	const manager = createFakeJobs([job], { [job.id]: new Uint8Array([1, 2, 3]) });
	const nothing = () => undefined;
	onTestFinished(
		mount(
			<ResultPlayer
				job={job}
				manager={manager}
				onClose={nothing}
				onUseShot={nothing}
				onNewSeed={nothing}
				onDelete={nothing}
			/>,
		),
	);
}

test('a video that this browser cannot show is not tried: saving it is what is offered', async () => {
	setUpRun({ playable: false });
	await expect.element(page.getByText('This browser cannot play the video')).toBeVisible();
	await expect.element(page.getByRole('button', { name: 'Download video' })).toBeEnabled();
	expect(document.querySelector('video')).toBeNull();
	for (const name of ['Download frames', 'Play', 'Next frame'])
		expect(page.getByRole('button', { name, exact: true }).elements()).toEqual([]);
});

test('a video shorter than asked for says so, one of full length does not', async () => {
	setUpRun({ frameCount: 41 });
	await expect
		.element(page.getByText(/^41 frames of 81: ComfyUI made a shorter video/))
		.toBeVisible();
});

test('a run of full length says nothing of its length', async () => {
	setUpRun({});
	await expect.element(page.getByRole('button', { name: 'Download video' })).toBeEnabled();
	expect(page.getByText(/shorter video/).elements()).toEqual([]);
});

test('Play and Pause follow the video', async () => {
	const { element } = await setUp();
	await page.getByRole('button', { name: 'Pause', exact: true }).click();
	expect(element.paused).toBe(true);
	await page.getByRole('button', { name: 'Play', exact: true }).click();
	await vi.waitFor(() => expect(element.paused).toBe(false), 60_000);
	expect(element.loop).toBe(true);
});

test('every address it made is given back when it goes', async () => {
	const { urls, unmount } = await setUp();
	unmount();
	const made = urls.made.mock.results.map((result) => result.value);
	expect(made.length).toBeGreaterThan(0);
	// Those of the tests before go back late, too.
	await vi.waitFor(
		() => expect(urls.revoked.mock.calls.map(([url]) => url)).toEqual(expect.arrayContaining(made)),
		60_000,
	);
});

test('the downloads are the stored video and the very tracks of the job, safely named', async () => {
	const { bytes, urls } = await setUp({ number: 4, tracksJson: '[[{"x":1,"y":2}]]' });
	const names: string[] = [];
	const listen = (event: Event) => {
		const link = (event.target as HTMLElement).closest('a');
		if (!link?.download) return;
		names.push(link.download);
		event.preventDefault();
	};
	document.addEventListener('click', listen);
	onTestFinished(() => document.removeEventListener('click', listen));
	await page.getByRole('button', { name: 'Download video' }).click();
	await page.getByRole('button', { name: 'Download tracks' }).click();
	expect(names[0]).toMatch(/^Untitled shot draft 4\.(mp4|webm)$/);
	expect(names[1]).toBe('Untitled shot draft 4 tracks.json');
	const [video, tracks] = urls.made.mock.calls.slice(-2).map(([blob]) => blob as Blob);
	expect(new Uint8Array(await (video as Blob).arrayBuffer())).toEqual(bytes);
	expect(await (tracks as Blob).text()).toBe('[[{"x":1,"y":2}]]');
});

test('the frames come as a zip of as many pictures', async () => {
	const { urls } = await setUp();
	const before = urls.made.mock.calls.length;
	await page.getByRole('button', { name: 'Download frames' }).click();
	await vi.waitFor(() => expect(urls.made.mock.calls.length).toBe(before + 1), 60_000);
	const { unzipSync } = await import('fflate');
	const blob = urls.made.mock.calls.at(-1)?.[0] as Blob;
	const files = Object.keys(unzipSync(new Uint8Array(await blob.arrayBuffer())));
	expect(files).toHaveLength(size.frameCount);
	await expect.element(page.getByRole('button', { name: 'Download frames' })).toBeEnabled();
});

test('a draft says that it is one', async () => {
	await setUp({ number: 4, engine: 'draft' });
	await expect.element(page.getByText('draft: geometry only')).toBeVisible();
});

test('an answer out of the cache says whose video it is and offers a new seed', async () => {
	const { asked, job } = await setUp({ number: 5, engine: 'comfy', fromCache: true, sameAs: 3 });
	await expect.element(page.getByText('Same as run 3, nothing was rendered')).toBeVisible();
	await page.getByRole('button', { name: 'Use a new seed' }).click();
	expect(asked.onNewSeed).toHaveBeenCalledWith(job);
});

test('Delete asks nothing: it can be taken back', async () => {
	const { asked, job } = await setUp();
	await page.getByRole('button', { name: 'Delete' }).click();
	expect(asked.onDelete).toHaveBeenCalledWith(job);
});

import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Job } from '#jobs/job.ts';
import { probeVideo } from '#media/browser/probeVideo.ts';
import { readFrames } from '#media/browser/readFrames.ts';
import { videoLuma } from '#media/browser/videoFrames.ts';
import { mount } from '#ui/testing/mount.tsx';
import { createFakeJobs, fakeJob } from '../testing/createFakeJobs.ts';
import { ResultPlayer } from './ResultPlayer.tsx';

const files = {
	webp: new URL('../../media/fixtures/animated.webp', import.meta.url).href,
	vp9: new URL('../../media/fixtures/vp9.webm', import.meta.url).href,
	av1: new URL('../../media/fixtures/av1.webm', import.meta.url).href,
	hevc: new URL('../../media/fixtures/hevc.mp4', import.meta.url).href,
};
const types = { webp: 'image/webp', webm: 'video/webm', mp4: 'video/mp4' } as const;
const waiting = { timeout: 60_000 };

async function jobOf(name: keyof typeof files): Promise<{ job: Job; bytes: Uint8Array }> {
	const bytes = new Uint8Array(await (await fetch(files[name])).arrayBuffer());
	const extension = files[name].split(/[.?]/).findLast((part) => part in types) as 'webp';
	const facts = await probeVideo(bytes);
	if (!facts.ok) throw new Error(facts.error);
	const byteLength = bytes.length;
	const video = { ...facts.value, byteLength, extension, mediaType: types[extension] };
	return { job: fakeJob({ number: 1, state: 'done', video }), bytes };
}

function show(job: Job, bytes: Uint8Array): void {
	const nothing = () => undefined;
	onTestFinished(
		mount(
			<ResultPlayer
				job={job}
				manager={createFakeJobs([job], { [job.id]: bytes })}
				onClose={nothing}
				onUseShot={nothing}
				onNewSeed={nothing}
				onDelete={nothing}
			/>,
		),
	);
}

/** What is on show, as grey pixels. */
function greyOf(picture: CanvasImageSource): Uint8Array {
	const [width, height] = [208, 120];
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d');
	context?.drawImage(picture, 0, 0, width, height);
	const data = context?.getImageData(0, 0, width, height).data ?? [];
	return Uint8Array.from({ length: width * height }, (_, i) => data[4 * i + 1]!);
}

const differenceOf = (a: Uint8Array, b: Uint8Array): number =>
	a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length;

describe('results of other save nodes', () => {
	test.each(['webp', 'vp9', 'av1'] as const)('%s plays and is stepped to a frame', async (name) => {
		const { job, bytes } = await jobOf(name);
		expect(job.video).toMatchObject({ width: 208, height: 120, frameCount: 17, fps: 16 });
		const frames: Uint8Array[] = [];
		for await (const { frame } of readFrames(bytes)) frames.push(greyOf(frame));
		expect(frames).toHaveLength(17);
		show(job, bytes);
		const element = page.getByRole('region', { name: /^Player/ });
		await expect.element(element, waiting).toBeVisible();
		const video = () => document.querySelector<HTMLVideoElement>('video');
		await vi.waitFor(() => expect(video()?.readyState).toBeGreaterThanOrEqual(2), waiting);
		await page.getByRole('slider', { name: 'Frame', exact: true }).fill('9');
		await vi.waitFor(() => {
			const seen = greyOf(video()!);
			const distances = frames.map((frame) => differenceOf(frame, seen));
			expect(distances.indexOf(Math.min(...distances))).toBe(9);
			// A player and a decoder may see other colours in a file that does not name them.
			expect(distances[9]).toBeLessThan(8);
		}, waiting);
		await expect.element(page.getByRole('button', { name: 'Download video' })).toBeEnabled();
	});

	test('the light of an animated WebP is that of its pictures, every frame', async () => {
		const { bytes } = await jobOf('webp');
		const lumas: Uint8Array[] = [];
		for await (const { values, width, height } of videoLuma(bytes)) {
			expect([width, height]).toEqual([208, 120]);
			lumas.push(values);
		}
		expect(lumas).toHaveLength(17);
		expect(lumas[15]).toEqual(lumas[14]);
		expect(differenceOf(lumas[13]!, lumas[14]!)).toBeGreaterThan(1);
	});

	test('a codec that this browser lacks is said in words, and the file can be saved', async () => {
		const { job, bytes } = await jobOf('hevc');
		// Some browsers have it.
		show({ ...job, video: { ...job.video!, playable: false } }, bytes);
		await expect.element(page.getByText('This browser cannot play the video')).toBeVisible();
		await expect.element(page.getByRole('button', { name: 'Download video' })).toBeEnabled();
		expect(document.querySelector('video')).toBeNull();
	});

	test('an animation that is damaged is said to be so, and can be saved', async () => {
		const { job, bytes } = await jobOf('webp');
		show(job, bytes.slice(0, 9000));
		await expect
			.element(page.getByText('This browser cannot play the video'), waiting)
			.toBeVisible();
		await expect.element(page.getByRole('button', { name: 'Download video' })).toBeEnabled();
	});
});

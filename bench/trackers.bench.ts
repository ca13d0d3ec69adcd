import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	createPointTracker,
	lumaPyramid,
} from '../src/metrics/pointTracking/createPointTracker.ts';
import type { BenchResult } from './sampling.bench.ts';
import { runWhenStarted } from './support/printResults.ts';
import { timesInWorker } from './support/trackers/inWorker.ts';
import { followByOpencvJs } from './support/trackers/opencvJs.ts';
import { meanMissPx, trackerScene, trackerStarts } from './support/trackers/trackerPlan.ts';
import { trackerVideo } from './support/trackers/trackerVideo.ts';

const most = { native: 8, js: 1.2, workerMs: 1500, reportMs: 6000, taskMs: 50 };

/**
 * Our tracker beside OpenCV's pyramidal Lucas-Kanade (21 px, 4 levels, 20 steps, one thread) on the same decoded frames in
 * the same run: 50 points through 81 frames of 832x480. `OPENCV_PYTHON` names a Python with `opencv-python-headless`,
 * `OPENCV_JS` the folder of `@techstark/opencv-js`; what is not named is left out. Then the whole in a worker of Chromium.
 * Ours does more than theirs: it fits each point to the first frame and vouches for it. Times in Node are processor time.
 */
export default async function run(): Promise<BenchResult[]> {
	const { bytes, lumas } = await trackerVideo();
	const own = ownTimes(lumas);
	console.log(
		`  ours: ${own.ms.toFixed(0)} ms, of which pyramids ${own.pyramidsMs.toFixed(0)} ms; mean error ${own.missPx.toFixed(3)} px`,
	);
	const results = await besideOthers(own.ms, lumas);
	const worker = await timesInWorker(bytes);
	console.log(
		`  in a worker: decoding alone ${worker.decode.best.toFixed(0)} ms; first time ${worker.track.first.toFixed(0)} ms with tracking`,
	);
	const figure = (name: string, value: number, limit: number): BenchResult => ({
		name,
		value: Math.round(value),
		unit: 'ms',
		target: `<= ${limit} ms`,
		ok: value <= limit,
	});
	return [
		...results,
		figure('decode + 50 points x 81 frames in a worker', worker.track.best, most.workerMs),
		figure('full report of them in a worker', worker.report.best, most.reportMs),
		figure('longest task of the page meanwhile', worker.longestTask, most.taskMs),
	];
}

function ownTimes(lumas: readonly Uint8Array[]) {
	const { width, height } = trackerScene;
	let ms = Number.POSITIVE_INFINITY;
	let pyramidsMs = Number.POSITIVE_INFINITY;
	let missPx = 0;
	for (let pass = 0; pass < 3; pass++) {
		const places: number[] = [];
		ms = Math.min(
			ms,
			cpuMs(() => {
				const tracker = createPointTracker(trackerStarts);
				for (const values of lumas)
					for (const { x, y } of tracker.next({ width, height, values })) places.push(x, y);
			}),
		);
		missPx = meanMissPx(places);
		pyramidsMs = Math.min(
			pyramidsMs,
			cpuMs(() => {
				for (const values of lumas) lumaPyramid({ width, height, values }).levels();
			}),
		);
	}
	return { ms, pyramidsMs, missPx };
}

async function besideOthers(ownMs: number, lumas: readonly Uint8Array[]): Promise<BenchResult[]> {
	const results: BenchResult[] = [];
	const add = (name: string, ms: number, limit: number) => {
		const times = Math.round((ownMs / ms) * 100) / 100;
		const target = `<= ${limit} times`;
		results.push({ name, value: times, unit: 'times', target, ok: times <= limit });
	};
	const { OPENCV_PYTHON: python, OPENCV_JS: folder } = process.env;
	if (python === undefined) console.log('  OPENCV_PYTHON is not set: native OpenCV is left out');
	else {
		const native = nativeTimes(python, lumas);
		console.log(
			`  OpenCV ${native.version}: ${native.ms.toFixed(0)} ms, there and back ${native.bothWaysMs.toFixed(0)} ms; mean error ${meanMissPx(native.places).toFixed(3)} px`,
		);
		add('our tracker against native OpenCV, one thread', native.ms, most.native);
	}
	if (folder === undefined) console.log('  OPENCV_JS is not set: OpenCV.js is left out');
	else {
		const js = await followByOpencvJs(folder, lumas, trackerScene, trackerStarts);
		console.log(
			`  OpenCV.js: ${js.ms.toFixed(0)} ms; mean error ${meanMissPx(js.places).toFixed(3)} px`,
		);
		add('our tracker against OpenCV.js', js.ms, most.js);
	}
	return results;
}

function nativeTimes(python: string, lumas: readonly Uint8Array[]) {
	const folder = mkdtempSync(join(tmpdir(), 'wan-ati-trackers-'));
	try {
		const file = join(folder, 'frames');
		writeFileSync(file, Buffer.concat(lumas));
		const { width, height } = trackerScene;
		const starts = JSON.stringify(trackerStarts.map(({ x, y }) => [x, y]));
		const script = join(import.meta.dirname, 'support/trackers/opencv_lk.py');
		const args = [script, file, String(width), String(height), starts];
		return JSON.parse(execFileSync(python, args, { encoding: 'utf8', maxBuffer: 1 << 26 })) as {
			readonly version: string;
			readonly ms: number;
			readonly bothWaysMs: number;
			readonly places: readonly number[];
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Of all threads: what other programs do meanwhile does not count. */
function cpuMs(work: () => void): number {
	const begin = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(begin);
	return (user + system) / 1000;
}

await runWhenStarted(import.meta.url, run);

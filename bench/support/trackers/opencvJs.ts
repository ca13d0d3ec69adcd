import { createRequire } from 'node:module';
import { join } from 'node:path';

/** As little of OpenCV.js as is used here. */
interface Mat {
	readonly data: Uint8Array;
	readonly data32F: Float32Array;
	delete(): void;
}
interface OpenCv {
	Mat: new (rows?: number, columns?: number, type?: number) => Mat;
	Size: new (width: number, height: number) => object;
	TermCriteria: new (type: number, count: number, epsilon: number) => object;
	readonly CV_8UC1: number;
	readonly CV_32FC2: number;
	readonly TermCriteria_EPS: number;
	readonly TermCriteria_COUNT: number;
	calcOpticalFlowPyrLK(...args: unknown[]): void;
	onRuntimeInitialized?: () => void;
}

/** Points followed by OpenCV.js as by the native one. @param folder Where `@techstark/opencv-js` is installed. */
export async function followByOpencvJs(
	folder: string,
	lumas: readonly Uint8Array[],
	{ width, height }: { readonly width: number; readonly height: number },
	starts: readonly { readonly x: number; readonly y: number }[],
): Promise<{ readonly ms: number; readonly places: Float32Array }> {
	const loaded = createRequire(import.meta.url)(join(folder, 'dist/opencv.js'));
	const cv = await ready(loaded);
	const frames = lumas.map((luma) => {
		const mat = new cv.Mat(height, width, cv.CV_8UC1);
		mat.data.set(luma);
		return mat;
	});
	const follow = () => {
		const places = new Float32Array(lumas.length * starts.length * 2);
		let points = new cv.Mat(starts.length, 1, cv.CV_32FC2);
		points.data32F.set(starts.flatMap(({ x, y }) => [x, y]));
		places.set(points.data32F);
		for (let k = 1; k < frames.length; k++) {
			const found = new cv.Mat();
			const status = new cv.Mat();
			const error = new cv.Mat();
			const ends = new cv.TermCriteria(cv.TermCriteria_EPS | cv.TermCriteria_COUNT, 20, 0.005);
			const size = new cv.Size(21, 21);
			const [before, now] = [frames[k - 1], frames[k]];
			cv.calcOpticalFlowPyrLK(before, now, points, found, status, error, size, 3, ends);
			places.set(found.data32F, k * starts.length * 2);
			for (const mat of [points, status, error]) mat.delete();
			points = found;
		}
		points.delete();
		return places;
	};
	let ms = Number.POSITIVE_INFINITY;
	let places = new Float32Array();
	for (let pass = 0; pass < 3; pass++) {
		const begin = process.cpuUsage();
		places = follow();
		const { user, system } = process.cpuUsage(begin);
		ms = Math.min(ms, (user + system) / 1000);
	}
	for (const mat of frames) mat.delete();
	return { ms, places };
}

/** Versions differ in whether the module is there, promised, or starts later. */
async function ready(loaded: unknown): Promise<OpenCv> {
	const cv = (await Promise.race([
		loaded as PromiseLike<OpenCv>,
		new Promise((done) => setTimeout(() => done(loaded), 5000)),
	])) as OpenCv;
	if (typeof cv.Mat !== 'function')
		await new Promise<void>((done) => {
			cv.onRuntimeInitialized = done;
		});
	return cv;
}

import type { Luma } from '../pointTracking/createPointTracker.ts';

/** How something lies in a frame against the first: turned, scaled, shifted. */
export interface Pose {
	readonly dx: number;
	readonly dy: number;
	/** Radians. */
	readonly turn?: number;
	readonly scale?: number;
}

export interface Mover {
	/** Middle at rest, px, and half the side of the square. */
	readonly x: number;
	readonly y: number;
	readonly half: number;
	readonly pose: (frame: number) => Pose;
	/** A flat grey in place of a texture. */
	readonly flat?: number;
}

export interface Scene {
	readonly width: number;
	readonly height: number;
	readonly frameCount: number;
	/** Drawn in order, the last on top. */
	readonly movers: readonly Mover[];
	/** Shift of the ground. */
	readonly ground?: (frame: number) => Pose;
	/** Another ground from this frame on, and nothing of the movers. */
	readonly cutAt?: number;
	/** Added to all, grey levels. */
	readonly light?: (frame: number) => number;
	/** Which moment each frame shows; default its own. */
	readonly momentOf?: (frame: number) => number;
}

/** Textures of known motion, exact to a fraction of a pixel: what the metrics are proved on. */
export function* sceneFrames(scene: Scene): Generator<Luma, void, void> {
	for (let k = 0; k < scene.frameCount; k++) yield sceneFrame(scene, k);
}

export async function* playScene(scene: Scene): AsyncGenerator<Luma, void, void> {
	yield* sceneFrames(scene);
}

/** Opaque grey RGBA of a frame, for encoders. */
export function greyRgba({ values }: Luma): Uint8ClampedArray {
	const rgba = new Uint8ClampedArray(values.length * 4).fill(255);
	for (let i = 0; i < values.length; i++) rgba.fill(values[i]!, 4 * i, 4 * i + 3);
	return rgba;
}

function sceneFrame(scene: Scene, frame: number): Luma {
	const { width, height, movers, ground, cutAt, light, momentOf } = scene;
	const moment = momentOf?.(frame) ?? frame;
	const isCut = cutAt !== undefined && frame >= cutAt;
	const floor = ground?.(moment) ?? { dx: 0, dy: 0 };
	const values = new Float32Array(width * height);
	const extra = light?.(frame) ?? 0;
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const u = x - floor.dx + (isCut ? 900 : 0);
			values[y * width + x] = grain(u, y - floor.dy + (isCut ? 500 : 0)) + extra;
		}
	if (!isCut)
		movers.forEach((mover, i) => {
			draw(mover, mover.pose(moment), 300 * (i + 1), values, width, height, extra);
		});
	return { width, height, values };
}

function draw(
	{ x, y, half, flat }: Mover,
	{ dx, dy, turn = 0, scale = 1 }: Pose,
	seed: number,
	values: Float32Array,
	width: number,
	height: number,
	extra: number,
): void {
	const cos = Math.cos(turn) / scale;
	const sin = Math.sin(turn) / scale;
	const reach = Math.ceil(half * scale * 1.5) + 1;
	const [cx, cy] = [x + dx, y + dy];
	for (let py = Math.max(0, Math.floor(cy - reach)); py < Math.min(height, cy + reach); py++)
		for (let px = Math.max(0, Math.floor(cx - reach)); px < Math.min(width, cx + reach); px++) {
			const u = cos * (px - cx) + sin * (py - cy);
			const v = -sin * (px - cx) + cos * (py - cy);
			const inside = Math.min(1, (half - Math.max(Math.abs(u), Math.abs(v))) * scale + 0.5);
			if (inside <= 0) continue;
			const at = py * width + px;
			const own = (flat ?? grain(u + seed, v + seed)) + extra;
			values[at] = values[at]! * (1 - inside) + own * inside;
		}
}

/** Hills of 6 and 19 px, grey 40..215. */
const grain = (u: number, v: number): number =>
	128 + 55 * hills(u / 6, v / 6) + 32 * hills(u / 19 + 90, v / 19);

function hills(u: number, v: number): number {
	const i = Math.floor(u);
	const j = Math.floor(v);
	const a = ease(u - i);
	const b = ease(v - j);
	const top = peak(i, j) * (1 - a) + peak(i + 1, j) * a;
	const low = peak(i, j + 1) * (1 - a) + peak(i + 1, j + 1) * a;
	return top * (1 - b) + low * b;
}

const ease = (t: number) => t * t * t * (t * (6 * t - 15) + 10);

function peak(i: number, j: number): number {
	const mixed = Math.imul(Math.imul(i, 374761393) ^ Math.imul(j, 668265263), 1274126177);
	return ((mixed ^ (mixed >>> 15)) >>> 8) / 2 ** 23 - 1;
}

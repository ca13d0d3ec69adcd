import type { DraftScene } from '../draftScene.ts';
import { isIdentity } from '../layers/layerMotion.ts';
import { drawLayers, isAtRest, renderDraftFrame } from '../renderDraftFrame.ts';

/*
 * Frames that other video models take as their guide: grey or coloured pictures made from the same pieces as the draft.
 * Each function writes all of `out`, width x height x 4, opaque.
 */

/** Neutral grey: what VACE fills by itself. Source: ComfyUI's WanVaceToVideo pads with 0.5. */
const grey = 128;

/**
 * White where the guide holds: the pieces that move and, when the camera does, the ground that comes from the picture. Black
 * elsewhere. The mask of Time-to-Move (arXiv 2511.08633): denoising starts later inside it, so that it is followed more closely.
 */
export function renderMoverMask(scene: DraftScene, frame: number, out: Uint8ClampedArray): void {
	fill(out, 0);
	const { camera } = scene;
	if (camera && !isIdentity(camera, frame)) whitenSeen(scene, camera, frame, out);
	drawLayers(withColour(scene, 255), frame, out);
}

/** The draft with grey where nothing is known: what moving pieces have left, and what the camera has brought into view. */
export function renderKnown(scene: DraftScene, frame: number, out: Uint8ClampedArray): void {
	if (isAtRest(scene, frame)) {
		renderDraftFrame(scene, frame, out);
		return;
	}
	const colour = new Uint8ClampedArray(out.length);
	renderDraftFrame(scene, frame, colour);
	renderUnknownMask(scene, frame, out);
	for (let at = 0; at < out.length; at += 4) {
		const share = out[at]! / 255;
		for (let c = 0; c < 3; c++) out[at + c] = colour[at + c]! + share * (grey - colour[at + c]!);
	}
}

/** White where `renderKnown` is grey: VACE's mask, white is made, black is kept. The first frame is kept whole. */
export function renderUnknownMask(scene: DraftScene, frame: number, out: Uint8ClampedArray): void {
	if (isAtRest(scene, frame)) {
		fill(out, 0);
		return;
	}
	const { camera, madeUp, width, height } = scene;
	const map = camera?.subarray(6 * frame, 6 * frame + 6);
	eachGroundPixel(width, height, map, (at, from) => {
		const value = from < 0 ? 255 : madeUp[from]!;
		out[at] = out[at + 1] = out[at + 2] = value;
		out[at + 3] = 255;
	});
	drawLayers(withColour(scene, 0), frame, out);
}

/**
 * A white dot on black where each track is: the control video of Wan Fun Control's trajectories.
 * @param paths frameCount x 2 positions a track, frame pixels.
 */
export function renderDots(
	{ width, height }: { readonly width: number; readonly height: number },
	paths: readonly Float64Array[],
	frame: number,
	out: Uint8ClampedArray,
): void {
	fill(out, 0);
	const radius = Math.max(3, Math.min(width, height) / 48);
	for (const path of paths) {
		const centreX = path[2 * frame]!;
		const centreY = path[2 * frame + 1]!;
		const last = Math.min(height - 1, Math.ceil(centreY + radius));
		for (let y = Math.max(0, Math.floor(centreY - radius)); y <= last; y++) {
			const end = Math.min(width - 1, Math.ceil(centreX + radius));
			for (let x = Math.max(0, Math.floor(centreX - radius)); x <= end; x++) {
				const share = radius + 0.5 - Math.hypot(x - centreX, y - centreY);
				const value = 255 * Math.max(0, Math.min(1, share));
				const at = (y * width + x) * 4;
				if (value > out[at]!) out[at] = out[at + 1] = out[at + 2] = value;
			}
		}
	}
}

function fill(out: Uint8ClampedArray, value: number): void {
	for (let at = 0; at < out.length; at += 4) {
		out[at] = out[at + 1] = out[at + 2] = value;
		out[at + 3] = 255;
	}
}

const coloured = new WeakMap<DraftScene, Map<number, DraftScene>>();

/** The scene with pieces of one colour and no shadows. */
function withColour(scene: DraftScene, value: 0 | 255): DraftScene {
	const known = coloured.get(scene) ?? new Map<number, DraftScene>();
	coloured.set(scene, known);
	const found = known.get(value);
	if (found) return found;
	const made: DraftScene = {
		...scene,
		layers: scene.layers
			.filter((layer) => !layer.isShadow)
			.map((layer) => ({
				...layer,
				// Premultiplied: white is its own alpha.
				rgba: layer.rgba.map((_, at) =>
					at % 4 === 3 ? layer.rgba[at]! : value === 0 ? 0 : layer.rgba[at | 3]!,
				),
			})),
	};
	known.set(value, made);
	return made;
}

function whitenSeen(
	{ width, height }: DraftScene,
	camera: Float64Array,
	frame: number,
	out: Uint8ClampedArray,
): void {
	eachGroundPixel(width, height, camera.subarray(6 * frame, 6 * frame + 6), (at, from) => {
		if (from >= 0) out[at] = out[at + 1] = out[at + 2] = 255;
	});
}

/** Tells for each byte offset of a frame which pixel of the ground it shows; -1: none of it. */
function eachGroundPixel(
	width: number,
	height: number,
	map: ArrayLike<number> | undefined,
	visit: (at: number, from: number) => void,
): void {
	const [a, b, c, d, e, f] = Array.from(map ?? [1, 0, 0, 1, 0, 0]) as [
		number,
		number,
		number,
		number,
		number,
		number,
	];
	const scale = 1 / (a * d - b * c);
	for (let y = 0, at = 0; y < height; y++)
		for (let x = 0; x < width; x++, at += 4) {
			const u = Math.round((d * (x - e) - c * (y - f)) * scale);
			const v = Math.round((a * (y - f) - b * (x - e)) * scale);
			visit(at, u >= 0 && v >= 0 && u < width && v < height ? v * width + u : -1);
		}
}

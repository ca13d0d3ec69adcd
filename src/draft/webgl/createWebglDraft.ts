import type { DraftLayer, DraftScene } from '../draftScene.ts';
import { bendVertices } from '../layers/bendGrid.ts';
import { isDisplaced } from '../layers/layerMotion.ts';
import { createProgram, createTexture } from './webglParts.ts';

/** Draws frames of one scene into its canvas. */
export interface WebglDraft {
	/** Draws a frame; false when the context is lost: draw it another way. */
	draw(frame: number): boolean;
	/** Reads the frame just drawn, width x height x 4, top row first; false when the context is lost. */
	read(out: Uint8ClampedArray): boolean;
	/** Frees textures, buffers and the context. */
	dispose(): void;
}

export interface WebglDraftOptions {
	/** Take a software renderer too; the CPU painter is quicker than one. Default false. */
	readonly allowSoftware?: boolean;
}

/**
 * The draft on WebGL2: background and layers as textured triangles, premultiplied source-over, the same maths as
 * `renderDraftFrame` (differs by rounding only).
 * @param canvas Gets the scene's size.
 * @returns undefined where WebGL2 is missing, too small for the scene, or only in software.
 */
export function createWebglDraft(
	canvas: OffscreenCanvas | HTMLCanvasElement,
	scene: DraftScene,
	{ allowSoftware = false }: WebglDraftOptions = {},
): WebglDraft | undefined {
	canvas.width = scene.width;
	canvas.height = scene.height;
	const gl = canvas.getContext('webgl2', {
		alpha: false,
		antialias: false,
		depth: false,
		preserveDrawingBuffer: true,
		failIfMajorPerformanceCaveat: !allowSoftware,
	}) as WebGL2RenderingContext | null;
	if (gl === null) return undefined;
	const release = () => gl.getExtension('WEBGL_lose_context')?.loseContext();
	if (Math.max(scene.width, scene.height) > gl.getParameter(gl.MAX_TEXTURE_SIZE)) {
		release();
		return undefined;
	}
	const program = createProgram(gl);
	if (program === undefined) {
		release();
		return undefined;
	}
	// biome-ignore lint/correctness/useHookAtTopLevel: WebGL's own name, not a React hook
	gl.useProgram(program);
	gl.uniform2f(gl.getUniformLocation(program, 'frameSize'), scene.width, scene.height);
	const layerSize = gl.getUniformLocation(program, 'layerSize');
	const whole = { x: 0, y: 0, width: scene.width, height: scene.height };
	const still: Float64Array = quad(whole);
	const source = createTexture(gl, { ...whole, rgba: scene.source });
	const background = createTexture(gl, { ...whole, rgba: scene.background });
	const layers = scene.layers.map((layer) => ({
		layer,
		texture: createTexture(gl, layer),
		corners: new Float64Array(cornersOf(layer).length),
	}));
	gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
	gl.enableVertexAttribArray(0);
	gl.vertexAttribPointer(0, 4, gl.FLOAT, false, 0, 0);
	gl.viewport(0, 0, scene.width, scene.height);
	gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);

	const paint = (
		texture: WebGLTexture | null,
		box: Box,
		rest: Float64Array,
		places: Float64Array,
		columns: number,
		rows: number,
		centre: number,
	) => {
		gl.bindTexture(gl.TEXTURE_2D, texture);
		gl.uniform2f(layerSize, box.width, box.height);
		gl.bufferData(
			gl.ARRAY_BUFFER,
			triangles(box, rest, places, columns, rows, centre),
			gl.STREAM_DRAW,
		);
		gl.drawArrays(gl.TRIANGLES, 0, columns * rows * 6);
	};

	return {
		draw(frame) {
			if (gl.isContextLost()) return false;
			const moved = scene.layers.some((layer) => isDisplaced(layer.motion, frame));
			gl.disable(gl.BLEND);
			paint(moved ? background : source, whole, still, still, 1, 1, 0);
			if (moved) {
				gl.enable(gl.BLEND);
				for (const { layer, texture, corners } of layers) {
					const rest = cornersOf(layer);
					placeCorners(layer, rest, frame, corners);
					const grid = layer.motion.kind === 'bend' ? layer.motion.grid : { columns: 1, rows: 1 };
					paint(texture, layer, rest, corners, grid.columns, grid.rows, 0.5);
				}
			}
			return !gl.isContextLost();
		},
		read(out) {
			const line = scene.width * 4;
			const bottomUp = new Uint8Array(out.length);
			gl.readPixels(0, 0, scene.width, scene.height, gl.RGBA, gl.UNSIGNED_BYTE, bottomUp);
			if (gl.isContextLost()) return false;
			for (let row = 0; row < scene.height; row++)
				out.set(bottomUp.subarray((scene.height - 1 - row) * line).subarray(0, line), row * line);
			return true;
		},
		dispose: release,
	};
}

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Corners of a box, two rows of two. */
const quad = ({ x, y, width, height }: Box) =>
	Float64Array.of(x, y, x + width, y, x, y + height, x + width, y + height);

const cornersOf = (layer: DraftLayer): Float64Array =>
	layer.motion.kind === 'bend' ? layer.motion.grid.rest : quad(layer);

function placeCorners(
	{ motion }: DraftLayer,
	rest: Float64Array,
	frame: number,
	out: Float64Array,
): void {
	if (motion.kind === 'bend') {
		bendVertices(motion.grid, motion.handles, frame, out);
		return;
	}
	for (let at = 0; at < rest.length; at++)
		out[at] = rest[at]! + motion.offsets[2 * frame + (at % 2)]!;
}

/**
 * Two triangles a cell; each corner is x, y in the frame, u, v in the layer, all in pixels.
 * @param centre 0.5 for what counts pixel centres on whole numbers, as layers do and WebGL does not.
 */
function triangles(
	box: Box,
	rest: Float64Array,
	places: Float64Array,
	columns: number,
	rows: number,
	centre: number,
): Float32Array {
	const out = new Float32Array(columns * rows * 24);
	let at = 0;
	const put = (vertex: number) => {
		out[at++] = places[2 * vertex]! + centre;
		out[at++] = places[2 * vertex + 1]! + centre;
		out[at++] = rest[2 * vertex]! - box.x + centre;
		out[at++] = rest[2 * vertex + 1]! - box.y + centre;
	};
	for (let row = 0; row < rows; row++)
		for (let column = 0; column < columns; column++) {
			const a = row * (columns + 1) + column;
			const b = a + columns + 1;
			for (const vertex of [a, a + 1, b, a + 1, b + 1, b]) put(vertex);
		}
	return out;
}

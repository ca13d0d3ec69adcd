import type { Rect } from '#core/geometry/point.ts';
import type { DraftScene } from '../draftScene.ts';
import { placeVertices, quad, type RestGrid, restGrid } from '../layers/layerMotion.ts';
import { isAtRest } from '../renderDraftFrame.ts';
import { createProgram, createTexture } from './webglParts.ts';

/** Draws frames of one scene into its canvas. */
export interface WebglDraft {
	/** Draws a frame; false when the context is lost: draw it another way. */
	draw(frame: number): boolean;
	/** Shows the pieces along other tracks from now on; see `moveDraft`. The pictures are not sent again. */
	move(scene: DraftScene): void;
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
	const still = quad(whole);
	const source = createTexture(gl, { ...whole, rgba: scene.source });
	const background = createTexture(gl, { ...whole, rgba: scene.background }, gl.MIRRORED_REPEAT);
	const textures = scene.layers.map((layer) => createTexture(gl, layer));
	let shown = scene;
	gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
	gl.enableVertexAttribArray(0);
	gl.vertexAttribPointer(0, 4, gl.FLOAT, false, 0, 0);
	gl.viewport(0, 0, scene.width, scene.height);
	gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);

	const paint = (
		texture: WebGLTexture | null,
		box: Rect,
		grid: RestGrid,
		places: Float64Array,
		centre: number,
	) => {
		gl.bindTexture(gl.TEXTURE_2D, texture);
		gl.uniform2f(layerSize, box.width, box.height);
		gl.bufferData(gl.ARRAY_BUFFER, triangles(box, grid, places, centre), gl.STREAM_DRAW);
		gl.drawArrays(gl.TRIANGLES, 0, grid.columns * grid.rows * 6);
	};

	return {
		draw(frame) {
			if (gl.isContextLost()) return false;
			const isStill = isAtRest(shown, frame);
			gl.disable(gl.BLEND);
			const seen = !isStill && shown.camera ? groundSeen(still, shown.camera, frame) : still;
			paint(isStill ? source : background, whole, seen, still.rest, 0);
			if (!isStill) {
				gl.enable(gl.BLEND);
				shown.layers.forEach((layer, i) => {
					const grid = restGrid(layer);
					const places = new Float64Array(grid.rest.length);
					placeVertices(layer.motion, grid.rest, frame, places);
					paint(textures[i] ?? null, layer, grid, places, 0.5);
				});
			}
			return !gl.isContextLost();
		},
		move(next) {
			shown = next;
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

/** Which part of the ground the frame's corners show: the camera's map turned round. */
function groundSeen(frame: RestGrid, camera: Float64Array, at: number): RestGrid {
	const [a, b, c, d, e, f] = camera.subarray(6 * at, 6 * at + 6) as unknown as number[];
	const area = a! * d! - b! * c!;
	const scale = Math.abs(area) > 1e-12 ? 1 / area : 0;
	const rest = new Float64Array(frame.rest.length);
	for (let i = 0; i < rest.length; i += 2) {
		// Whole numbers are pixel centres for the camera, edges for WebGL.
		const x = frame.rest[i]! - 0.5 - e!;
		const y = frame.rest[i + 1]! - 0.5 - f!;
		rest[i] = (d! * x - c! * y) * scale + 0.5;
		rest[i + 1] = (a! * y - b! * x) * scale + 0.5;
	}
	return { ...frame, rest };
}

/**
 * Two triangles a cell; each corner is x, y in the frame, u, v in the layer, all in pixels.
 * @param centre 0.5 for what counts pixel centres on whole numbers, as layers do and WebGL does not.
 */
function triangles(
	box: Rect,
	{ columns, rows, rest }: RestGrid,
	places: Float64Array,
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

/** Pictures painted on a canvas and written by the browser. */

export type Paint = (context: OffscreenCanvasRenderingContext2D) => void;

export async function paintPicture(
	width: number,
	height: number,
	type: 'image/png' | 'image/jpeg' | 'image/webp',
	paint: Paint,
	settings: CanvasRenderingContext2DSettings = {},
): Promise<Uint8Array> {
	const canvas = new OffscreenCanvas(width, height);
	paint(canvas.getContext('2d', settings) as OffscreenCanvasRenderingContext2D);
	const blob = await canvas.convertToBlob({ type, quality: 0.95 });
	if (blob.type !== type) throw new Error(`this browser wrote ${blob.type}, not ${type}`);
	return new Uint8Array(await blob.arrayBuffer());
}

/** Four colours, one a quarter: red, green over blue, white. Shows any turn or flip. */
export const paintQuarters: Paint = (context) => {
	const { width, height } = context.canvas;
	const colours = ['#f00', '#0f0', '#00f', '#fff'];
	colours.forEach((colour, i) => {
		context.fillStyle = colour;
		context.fillRect(
			(i % 2) * (width / 2),
			Math.floor(i / 2) * (height / 2),
			width / 2,
			height / 2,
		);
	});
};

/** The nearest pure colour at a pixel: R, G, B, W, K (black) or the numbers. */
export function colourAt(
	frame: { readonly width: number; readonly rgba: Uint8ClampedArray },
	x: number,
	y: number,
): string {
	const at = (Math.floor(y) * frame.width + Math.floor(x)) * 4;
	const [red, green, blue] = frame.rgba.subarray(at, at + 3);
	const key = [red, green, blue].map((v) => (v! > 200 ? '1' : v! < 55 ? '0' : '?')).join('');
	return (
		{ '100': 'R', '010': 'G', '001': 'B', '111': 'W', '000': 'K' }[key] ?? `${red},${green},${blue}`
	);
}

import type { Page } from '@playwright/test';
import { decodePicture, type Pixels } from '../../../src/media/node/pictures.ts';
import type { Scene } from '../kit/scene.ts';

/** A picture and what it is made of, all of one size. */
export interface DrawnScene {
	readonly id: string;
	readonly width: number;
	readonly height: number;
	readonly picture: Pixels;
	/** The picture without its movers: what lies behind them. */
	readonly ground: Pixels;
	readonly movers: readonly DrawnMover[];
}

export interface DrawnMover {
	readonly name: string;
	/** width x height values 0..255: how much of each pixel is this mover's, what lies before it taken off. */
	readonly mask: Uint8Array;
	/** The layer alone on nothing, straight alpha; what lies before it is not taken off. */
	readonly alone: Pixels;
}

/** Draws a scene in a page whose device scale factor gives the size. Cost: a screenshot a layer, seconds. */
export async function drawScene(
	page: Page,
	{ id, width, height, svg }: Scene,
): Promise<DrawnScene> {
	await page.setViewportSize({ width, height });
	await page.setContent(
		`<style>html,body{margin:0;background:transparent}svg{display:block}</style>${svg}`,
	);
	const names = await page.$$eval('[data-layer]', (layers) =>
		layers.map((layer) => layer.getAttribute('data-layer') ?? ''),
	);
	const shoot = async (isShown: (name: string, index: number) => boolean): Promise<Pixels> => {
		await page.$$eval(
			'[data-layer]',
			(layers, shown) => {
				layers.forEach((layer, i) => {
					(layer as SVGElement).style.display = shown[i] ? '' : 'none';
				});
			},
			names.map(isShown),
		);
		const pixels = await decodePicture(await page.screenshot({ omitBackground: true }));
		if (!pixels.ok) throw new Error(`${id}: ${pixels.error}`);
		return pixels.value;
	};
	const picture = await shoot(() => true);
	const ground = await shoot((name) => !name.startsWith('mover-'));
	const layers = new Map<number, Pixels>();
	const alphas = new Map<number, Uint8Array>();
	const first = names.findIndex((name) => name.startsWith('mover-'));
	for (let i = Math.max(0, first); first >= 0 && i < names.length; i++) {
		const alone = await shoot((_, index) => index === i);
		layers.set(i, alone);
		alphas.set(i, alphaOf(alone));
	}
	const movers = names.flatMap((name, i) => {
		if (!name.startsWith('mover-')) return [];
		const before = names.map((_, k) => k).filter((k) => k > i);
		const mask = alphas
			.get(i)!
			.map((alpha, at) =>
				before.reduce((left, k) => (left * (255 - alphas.get(k)![at]!)) / 255, alpha),
			);
		return [{ name: name.slice('mover-'.length), mask, alone: layers.get(i)! }];
	});
	return { id, width: picture.width, height: picture.height, picture, ground, movers };
}

const alphaOf = ({ rgba }: Pixels): Uint8Array =>
	Uint8Array.from({ length: rgba.length / 4 }, (_, i) => rgba[i * 4 + 3]!);

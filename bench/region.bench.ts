import { writeFileSync } from 'node:fs';
import type { DrawnScene } from '../scripts/scenes/render/drawScene.ts';
import type { ColourPicture } from '../src/core/region/colourCells.ts';
import { boundsOfMask } from '../src/core/region/masks.ts';
import { selectAt } from '../src/core/region/selectAt.ts';
import { selectInside } from '../src/core/region/selectInside.ts';
import type { BenchResult } from './sampling.bench.ts';
import { runWhenStarted } from './support/printResults.ts';
import { createSheet } from './support/regionSheet.ts';
import { boxMask, clickPlace, lassoMask, likeness } from './support/regionTruth.ts';
import { sceneIds, sceneTruth } from './support/scenes/sceneTruth.ts';

/** Issue 4, item 6. ADR 12 says which scenes cannot be had, and why. */
const leastInside = 0.9;
const leastClick = 0.8;
const leastScenes = 12;
const mostMs = 300;

/**
 * What one gesture selects of what moves in the layered starter shots, drawn anew at frame size (832 x 480 and alike): a box
 * (the mover's bounds and 6 %), a lasso (its hull, 6 % wider), a click in its thickest part. Every mover counts; a scene is
 * found when all its movers are. `STARTERS=id,id` takes some only; `REGION_SHEET=FILE.png` keeps a picture of the masks.
 */
export default async function run(): Promise<BenchResult[]> {
	const ids = process.env.STARTERS?.split(',') ?? sceneIds;
	const sheet = process.env.REGION_SHEET ? createSheet() : undefined;
	const results: BenchResult[] = [];
	const found = { inside: 0, click: 0 };
	for await (const scene of sceneTruth(ids)) {
		if (scene.movers.length === 0) continue;
		const movers = judge(scene);
		for (const { name, mask, truth, gestures } of movers) {
			sheet?.add(scene.picture, truth, mask, `${scene.id} ${name}`);
			for (const { how, iou, ms } of gestures) {
				const target = how === 'click' ? leastClick : leastInside;
				results.push({
					name: `region ${scene.id}, ${name}, ${how}: IoU (${Math.round(ms)} ms, target < ${mostMs} ms)`,
					value: Math.round(iou * 1000) / 1000,
					unit: '',
					target: `>= ${target}`,
					ok: iou >= target && ms < mostMs,
				});
			}
		}
		const best = (hows: readonly string[], { gestures }: Judged) =>
			Math.max(...gestures.filter(({ how }) => hows.includes(how)).map(({ iou }) => iou));
		if (movers.every((mover) => best(['box', 'lasso'], mover) >= leastInside)) found.inside++;
		if (movers.every((mover) => best(['click'], mover) >= leastClick)) found.click++;
	}
	if (sheet && process.env.REGION_SHEET)
		writeFileSync(process.env.REGION_SHEET, await sheet.encode());
	return [
		...results,
		scenesFound(`IoU >= ${leastInside} from one box or lasso`, found.inside),
		scenesFound(`IoU >= ${leastClick} from one click`, found.click),
	];
}

const scenesFound = (name: string, value: number): BenchResult => ({
	name: `region: scenes with ${name}`,
	value,
	unit: 'scenes',
	target: `>= ${leastScenes}`,
	ok: value >= leastScenes,
});

interface Judged {
	readonly name: string;
	readonly truth: Uint8Array;
	/** What the click selects. */
	readonly mask: Uint8Array;
	readonly gestures: readonly {
		readonly how: 'box' | 'lasso' | 'click';
		readonly iou: number;
		readonly ms: number;
	}[];
}

function judge({ picture, movers }: DrawnScene): Judged[] {
	const colours: ColourPicture = { ...picture, rgba: Uint8ClampedArray.from(picture.rgba) };
	return movers.map(({ name, mask }) => {
		const truth = mask.map((value) => (value >= 128 ? 1 : 0));
		const bounds = boundsOfMask(truth, picture.width)!;
		const place = clickPlace(truth, picture);
		const timed = (how: 'box' | 'lasso' | 'click', select: () => Uint8Array) => {
			// The quickest of three: other work on the machine only ever adds.
			let ms = Number.POSITIVE_INFINITY;
			let found: Uint8Array = new Uint8Array();
			for (let round = 0; round < 3; round++) {
				const began = performance.now();
				found = select();
				ms = Math.min(ms, performance.now() - began);
			}
			return { how, found, ms, iou: likeness(found, truth) };
		};
		const box = boxMask(bounds, picture);
		const lasso = lassoMask(truth, bounds, picture);
		const gestures = [
			timed('box', () => selectInside(colours, box)),
			timed('lasso', () => selectInside(colours, lasso)),
			timed('click', () => selectAt(colours, place)),
		];
		return { name, truth, mask: gestures[2]!.found, gestures };
	});
}

await runWhenStarted(import.meta.url, run);

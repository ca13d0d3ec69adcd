import type { WanDocument } from '#core/document/document.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import type { DraftPlan } from '#draft/draftRequest.ts';
import type { DraftPicture, DraftScene } from '#draft/draftScene.ts';
import type { SceneReply, SceneWork } from '#draft/draftWork.ts';
import { planDraft } from '#draft/planDraft.ts';
import { moveDraft } from '#draft/prepareDraft.ts';
import { createDraftPainter, type DraftPainter } from '#draft/webgl/createDraftPainter.ts';
import type { PreviewPainter } from '#editor/preview/createPreviewLayer.ts';
import { createWorker } from '../trusted/createWorker.ts';

export interface DraftPreviewParts {
	/** The document as it was before what is being dragged, and is told of each change. */
	readonly settled: () => WanDocument;
	readonly subscribe: (listener: () => void) => () => void;
	/** The crop of the start image at the output size. */
	readonly startFrame: (document: WanDocument) => Promise<DraftPicture>;
	readonly onBusy: (isBusy: boolean) => void;
}

export interface DraftPreview extends PreviewPainter {
	dispose(): void;
}

/** The pieces as they were last cut out, and what paints them. */
interface Prepared {
	readonly scene: DraftScene;
	readonly painter: DraftPainter;
	/** Ids of the tracks that the pieces were cut for. */
	readonly tracks: string;
}

/**
 * Paints drafts of a document while it is edited. A worker cuts the pieces out anew when something has been changed; until
 * then, and during a drag, the pieces there are go along the new tracks, which costs no more than drawing them.
 * Without a worker there is no preview.
 */
export function createDraftPreview(parts: DraftPreviewParts): DraftPreview {
	const listeners = new Set<() => void>();
	let worker: Worker | undefined;
	let prepared: Prepared | undefined;
	let wanted: WanDocument | undefined;
	let order = 0;
	let picture: { readonly key: string; readonly frame: Promise<DraftPicture> } | undefined;
	const canvas = document.createElement('canvas');

	const pictureOf = (shot: WanDocument): Promise<DraftPicture> => {
		const key = JSON.stringify([shot.image?.sha256, shot.frame]);
		if (picture?.key !== key) picture = { key, frame: parts.startFrame(shot) };
		return picture.frame;
	};
	const ask = async (shot: WanDocument, id: number) => {
		try {
			const { width, height, rgba } = await pictureOf(shot);
			if (id !== order) return;
			const { length: frameCount, fps } = shot.frame;
			const samples = frameSamples(shot).map((entry) => entry.samples);
			const plan = planDraft(shot, samples);
			worker ??= startWorker();
			const work: SceneWork = {
				type: 'scene',
				id,
				request: { ...plan, picture: { width, height, rgba }, frameCount, fps },
			};
			worker.postMessage(work);
		} catch {
			// The picture is gone, or no worker starts: the canvas stays as it is.
			if (id === order) parts.onBusy(false);
		}
	};
	const startWorker = (): Worker => {
		const started = createWorker('draft');
		started.onmessage = ({ data }: MessageEvent<SceneReply>) => {
			if (data.id === order) take(data.scene);
		};
		started.onerror = (event) => {
			event.preventDefault();
			parts.onBusy(false);
		};
		return started;
	};
	const take = (scene: DraftScene) => {
		prepared?.painter.dispose();
		prepared = { scene, painter: createDraftPainter(scene), tracks: tracksOf(wanted) };
		parts.onBusy(false);
		for (const listener of listeners) listener();
	};
	const follow = () => {
		const shot = parts.settled();
		if (wanted && !needsCutting(shot, wanted)) return;
		wanted = shot;
		order++;
		if (!shot.image) return;
		parts.onBusy(true);
		void ask(shot, order);
	};
	const stop = parts.subscribe(follow);
	follow();

	let moved: { readonly shot: WanDocument; readonly prepared: Prepared } | undefined;
	return {
		paint(shot, frame) {
			if (!prepared || !fits(prepared, shot)) return undefined;
			if (moved?.shot !== shot || moved.prepared !== prepared) {
				moved = { shot, prepared };
				prepared.painter.move(moveDraft(prepared.scene, samplesOf(shot), planOf(shot)));
			}
			const painted = prepared.painter.paint(frame);
			return 'rgba' in painted ? shown(canvas, painted) : painted;
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		dispose() {
			order++;
			stop();
			worker?.terminate();
			prepared?.painter.dispose();
			listeners.clear();
		},
	};
}

/** Whether the pieces may have changed: not for a prompt, a seed, a name. */
const needsCutting = (now: WanDocument, before: WanDocument): boolean =>
	now.image !== before.image ||
	now.frame !== before.frame ||
	now.tracks !== before.tracks ||
	now.regions !== before.regions ||
	now.camera !== before.camera;

const tracksOf = (shot: WanDocument | undefined): string =>
	(shot?.tracks ?? [])
		.filter((track) => track.visible)
		.map((track) => track.id)
		.join(' ');

/** Whether pieces can go along a document's tracks: they are the same ones, in a frame of the same size and length. */
const fits = ({ scene, tracks }: Prepared, shot: WanDocument): boolean =>
	shot.frame.width === scene.width &&
	shot.frame.height === scene.height &&
	shot.frame.length === scene.frameCount &&
	tracksOf(shot) === tracks;

const planOf = (shot: WanDocument): DraftPlan => planDraft(shot, samplesOf(shot));

const samplesOf = (shot: WanDocument): Float64Array[] =>
	frameSamples(shot).map((entry) => entry.samples);

function shown(
	canvas: HTMLCanvasElement,
	{ width, height, rgba }: { width: number; height: number; rgba: Uint8ClampedArray },
): HTMLCanvasElement {
	if (canvas.width !== width) canvas.width = width;
	if (canvas.height !== height) canvas.height = height;
	const data = new ImageData(rgba as Uint8ClampedArray<ArrayBuffer>, width, height);
	canvas.getContext('2d', { alpha: false })?.putImageData(data, 0, 0);
	return canvas;
}

import { fail, ok, type Result } from '#core/result.ts';
import { prepareDraft } from '#draft/prepareDraft.ts';
import { renderDraftFrame } from '#draft/renderDraftFrame.ts';
import { createDraftEngine, type DraftRenderer } from '#jobs/draftEngine.ts';
import type { Engine } from '#jobs/engine.ts';
import { encodeVideo } from '#media/node/encodeVideo.ts';
import { missingMedia } from '#media/node/missingMedia.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';

/** The app's draft engine, drawing on the CPU in Node; a failure when the optional media packages are missing. */
export async function openDraftEngine(): Promise<Result<Engine, Failure>> {
	const missing = await missingMedia('video');
	if (missing !== undefined)
		return fail({ exitCode: exitCodes.failed, kind: 'missingPackage', message: missing });
	return ok(createDraftEngine({ render: renderInNode }));
}

const renderInNode: DraftRenderer = async (request, { signal, onProgress }) => {
	const { picture, samples, fps, ...options } = request;
	const { width, height } = picture;
	const { frameCount } = options;
	const scene = prepareDraft(picture, samples, options);
	const rgba = new Uint8ClampedArray(width * height * 4);
	const made = await encodeVideo({
		width,
		height,
		fps,
		frameCount,
		signal,
		frame(index) {
			renderDraftFrame(scene, index, rgba);
			onProgress((index + 1) / frameCount);
			return rgba;
		},
	});
	signal.throwIfAborted();
	return made.ok ? made : fail({ kind: 'internal', detail: made.error });
};

import type { Result } from '#core/result.ts';
import type { DraftRequest } from '#draft/draftRequest.ts';
import { planDraft } from '#draft/planDraft.ts';
import type { EncodedVideo } from '#media/media.ts';
import type { Engine, EngineContext, EngineOutcome, JobInput } from './engine.ts';
import type { EngineError } from './engineError.ts';

export interface DraftHooks {
	readonly signal: AbortSignal;
	/** 0..1 of the frames. */
	onProgress(fraction: number): void;
}

export type DraftOutcome = Result<
	EncodedVideo,
	Extract<EngineError, { readonly kind: 'unsupported' | 'internal' }>
>;

/** Makes a draft video, somewhere; rejects with the signal's reason when aborted, and with nothing else. */
export type DraftRenderer = (request: DraftRequest, hooks: DraftHooks) => Promise<DraftOutcome>;

/** Share of the whole job spent before the first frame, for the progress bar. */
const preparing = 0.04;
/** Closing the file comes after the last frame. */
const finishing = 0.98;

/** The engine that needs no server: moves pieces of the start image along the tracks. Geometry only. */
export function createDraftEngine({ render }: { readonly render: DraftRenderer }): Engine {
	return { id: 'draft', run: (input, context) => runDraft(render, input, context) };
}

async function runDraft(
	render: DraftRenderer,
	input: JobInput,
	{ cancel, detach, emit }: EngineContext,
): Promise<EngineOutcome> {
	const signal = AbortSignal.any([cancel, detach]);
	try {
		signal.throwIfAborted();
		emit({ type: 'state', state: 'running' });
		const frame = await startFrameOf(input);
		signal.throwIfAborted();
		if (!frame.ok) return { state: 'failed', error: frame.error };
		emit({ type: 'progress', fraction: preparing });
		const { length: frameCount, fps } = input.document.frame;
		let last = false;
		const onProgress = (fraction: number) => {
			emit({ type: 'progress', fraction: preparing + (finishing - preparing) * fraction });
			if (fraction < 1 || last) return;
			last = true;
			emit({ type: 'state', state: 'finishing' });
		};
		const picture = frame.value;
		const drawn = await render(
			{ ...planDraft(input.document, input.samples), picture, frameCount, fps },
			{ signal, onProgress },
		);
		signal.throwIfAborted();
		if (!drawn.ok) return { state: 'failed', error: drawn.error };
		emit({ type: 'progress', fraction: 1 });
		const isZip = drawn.value.mediaType === 'application/zip';
		// Pictures where the browser writes no videos: whole, but nothing to play.
		const playable = isZip ? { playable: false } : {};
		return { state: 'done', video: drawn.value, fromCache: false, ...playable };
	} catch (error) {
		if (detach.aborted) throw detach.reason;
		if (cancel.aborted) return { state: 'cancelled' };
		throw error;
	}
}

async function startFrameOf(
	input: JobInput,
): Promise<Result<DraftRequest['picture'], Extract<EngineError, { readonly kind: 'image' }>>> {
	try {
		const { width, height, rgba } = await input.startFrame();
		return { ok: true, value: { width, height, rgba } };
	} catch (error) {
		const detail = error instanceof Error ? error.message : String(error);
		return { ok: false, error: { kind: 'image', detail } };
	}
}

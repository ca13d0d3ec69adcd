import type { WanDocument } from '#core/document/document.ts';
import { type Coverage, coverageOf } from '#core/guidance/coverage.ts';
import { type Guidance, guidanceOfTracks } from '#core/guidance/guidanceOfTracks.ts';
import { cellPx, writeInfluence } from '#core/guidance/influenceWeights.ts';
import { isLegalLength } from '#core/guidance/legalLength.ts';
import { latentStepAt } from '#core/guidance/steppedClocks.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import type { EditorState } from '../store/editorState.ts';

/** The weights of one latent step, as WanTrackToVideo has them. */
export interface InfluenceField {
	readonly rows: number;
	readonly columns: number;
	/** rows x columns; do not write to it. */
	readonly weights: Float32Array;
	readonly coverage: Coverage;
	/** 1.. `steps`; at the first frame, which is the start image itself, the step after it. */
	readonly step: number;
	readonly steps: number;
}

let known: { readonly document: WanDocument; readonly guidance: Guidance } | null = null;
let last: {
	readonly guidance: Guidance;
	readonly shot: WanDocument['shot'];
	readonly field: InfluenceField;
} | null = null;

/**
 * The field at the playhead; null where there is none: no picture, no size or length that ATI renders.
 * Remembered for the last document and step, so that the map and its numbers cost one computation.
 * Cost: 0.3 ms with 20 tracks at 832 x 480, 1 ms with 100 (bench/influence.bench.ts).
 */
export function influenceField({ history, playhead }: EditorState): InfluenceField | null {
	const document = history.present;
	const { frame, shot, image } = document;
	if (!image || !isLegalLength(frame.length)) return null;
	const rows = Math.floor(frame.height / cellPx);
	const columns = Math.floor(frame.width / cellPx);
	if (known?.document !== document) {
		const samples = frameSamples(document).map((entry) => entry.samples);
		known = { document, guidance: guidanceOfTracks(samples, frame.length) };
	}
	const { guidance } = known;
	const step = Math.max(1, latentStepAt(playhead, frame.length));
	const isSame = last?.guidance === guidance && last.shot === shot && last.field.step === step;
	if (last && isSame) return last.field;
	const weights = new Float32Array(rows * columns);
	const { width, height } = frame;
	const { temperature, topk } = shot;
	writeInfluence(guidance, { width, height, temperature, topk }, step, weights);
	const coverage = coverageOf(weights);
	const field = { rows, columns, weights, coverage, step, steps: guidance.latentLength - 1 };
	last = { guidance, shot, field };
	return field;
}

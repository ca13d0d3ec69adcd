import { useEffect, useMemo, useRef } from 'react';
import type { WanDocument } from '#core/document/document.ts';
import { guidanceOfTracks } from '#core/guidance/guidanceOfTracks.ts';
import { cellPx, writeInfluence } from '#core/guidance/influenceWeights.ts';
import { isLegalLength } from '#core/guidance/legalLength.ts';
import { latentStepAt } from '#core/guidance/steppedClocks.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import { defaultHeat } from '#render/palette.ts';
import { heatTable, writeHeat } from '#render/scene/influenceColors.ts';
import styles from './PlannedTracks.module.css';

export interface InfluenceMapProps {
	/** The document of the job. */
	readonly document: WanDocument;
	/** Moment of the clip, 0..1. */
	readonly share: number;
}

/** What the tracks held sway over at a moment, over a video; fills its positioned parent. Nothing for a length that ATI refuses. */
export function InfluenceMap({ document, share }: InfluenceMapProps) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const { frame, shot } = document;
	const guidance = useMemo(
		() =>
			isLegalLength(frame.length)
				? guidanceOfTracks(
						frameSamples(document).map(({ samples }) => samples),
						frame.length,
					)
				: null,
		[document, frame.length],
	);
	const step = Math.max(1, latentStepAt(share, frame.length));
	useEffect(() => {
		const context = canvas.current?.getContext('2d');
		if (!context || !guidance) return;
		const rows = Math.floor(frame.height / cellPx);
		const columns = Math.floor(frame.width / cellPx);
		const weights = new Float32Array(rows * columns);
		const { temperature, topk } = shot;
		const look = { width: frame.width, height: frame.height, temperature, topk };
		writeInfluence(guidance, look, step, weights);
		context.canvas.width = columns;
		context.canvas.height = rows;
		const image = context.createImageData(columns, rows);
		writeHeat(weights, heatTable(defaultHeat), image.data);
		context.putImageData(image, 0, 0);
	}, [guidance, step, frame, shot]);
	return <canvas ref={canvas} className={styles.canvas} data-influence="" />;
}

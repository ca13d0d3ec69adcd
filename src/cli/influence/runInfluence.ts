import { serializeNpy } from '#core/formats/npy.ts';
import { coverageOf } from '#core/guidance/coverage.ts';
import { guidanceOfTracks } from '#core/guidance/guidanceOfTracks.ts';
import { influenceWeights } from '#core/guidance/influenceWeights.ts';
import { guidanceText } from '../sample/guidanceText.ts';
import { readSamples } from '../sample/readSamples.ts';
import { withShell } from '../shell/createShell.ts';
import { failureEnding } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { checkTarget, writeWhole } from '../shell/writeWhole.ts';
import type { InfluenceFlags } from './influenceCommand.ts';

/** Computes the weights and writes them. */
export const runInfluence = (file: string, flags: InfluenceFlags): Promise<void> =>
	withShell(flags, async (shell) => {
		const { output } = flags;
		const inTheWay = await checkTarget(output, shell.text);
		if (inTheWay) return failureEnding(inTheWay, shell.text.error);
		const read = await readSamples(file, flags, shell);
		if (!read.ok) return failureEnding(read.error, shell.text.error);
		const { samples, frame, temperature, topk } = read.value;
		const { width, height, length } = frame;
		const guidance = guidanceOfTracks(samples, length);
		const influence = influenceWeights(guidance, { width, height, temperature, topk });
		const { rows, columns, latentLength, weights } = influence;
		const shape = [latentLength, rows, columns];
		const written = await writeWhole(output, serializeNpy(weights, shape), shell.text);
		if (!written.ok) return failureEnding(written.error, shell.text.error);
		const what = guidanceText(shell).influenceFile(latentLength, rows, columns);
		return {
			exitCode: exitCodes.ok,
			document: {
				output,
				shape,
				tracks: samples.length,
				temperature,
				topk,
				heaviest: coverageOf(weights.subarray(rows * columns)).heaviest,
			},
			text: `${shell.text.files.wrote(output, what)}\n`,
		};
	});

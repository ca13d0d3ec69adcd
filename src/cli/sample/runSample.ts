import { jsonDocument, withShell } from '../shell/createShell.ts';
import { failureEnding } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { guidanceTable, type TableCell } from './guidanceTable.ts';
import { readSamples } from './readSamples.ts';
import type { SampleFlags } from './sampleCommand.ts';

/** Prints what the model is told at each moment: a bare array with `--json`, otherwise rows. */
export const runSample = (file: string, flags: SampleFlags): Promise<void> =>
	// The array stands alone on stdout: nothing is put round it.
	withShell({ ...flags, json: false }, async (shell) => {
		const read = await readSamples(file, flags, shell);
		if (!read.ok) {
			const ending = failureEnding(read.error, shell.text.error);
			return flags.json ? { ...ending, text: jsonDocument(ending) } : ending;
		}
		const table = guidanceTable(read.value.samples, read.value.frame.length, flags.at);
		return {
			exitCode: exitCodes.ok,
			document: {},
			text: flags.json ? `${JSON.stringify(table)}\n` : toCsv(table),
		};
	});

/** One row a moment and track; both count from 0. */
const toCsv = (table: readonly (readonly TableCell[])[]): string =>
	`frame,track,x,y,visible\n${table
		.flatMap((cells, k) => cells.map((cell, n) => `${k},${n},${cell.join(',')}\n`))
		.join('')}`;

import { fail, type Result } from '#core/result.ts';
import type { MeasuredTrack } from '#metrics/adherence/measuredTrack.ts';
import { parseMeasuredNpy } from '#metrics/adherence/parseMeasuredNpy.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { readFileWhole } from '../shot/readFileWhole.ts';
import { metricsText } from './metricsText.ts';

const limitBytes = 64 * 1024 * 1024;

/** Another tracker's places, from a NumPy file. */
export async function readMeasured(
	path: string,
	shell: Shell,
): Promise<Result<MeasuredTrack[], Failure>> {
	const bytes = await readFileWhole(path, limitBytes, shell.text);
	if (!bytes.ok) return bytes;
	const parsed = parseMeasuredNpy(bytes.value);
	if (parsed.ok) return parsed;
	return fail({
		exitCode: exitCodes.invalid,
		kind: 'notMeasured',
		message: shell.text.files.inFile(path, metricsText(shell).notMeasured[parsed.error]),
		facts: { file: path },
	});
}

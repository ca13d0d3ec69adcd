import { basename } from 'node:path';
import { fail, ok, type Result } from '#core/result.ts';
import { measuredFileSentence, readMeasured } from '#metrics/adherence/readMeasured.ts';
import type { MeasureOptions } from '#metrics/report/measureVideo.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { readFileWhole } from '../shot/readFileWhole.ts';
import type { MetricsFlags } from './metricsCommand.ts';
import { metricsText } from './metricsText.ts';

const limitBytes = 64 * 1024 * 1024;

/** Another tracker's places, from NumPy files; nothing where none are named. */
export async function readMeasuredFlags(
	{ measured: path, visibility }: MetricsFlags,
	shell: Shell,
): Promise<Result<Pick<MeasureOptions, 'measured' | 'measuredFrom'>, Failure>> {
	if (path === undefined && visibility !== undefined)
		return fail({
			exitCode: exitCodes.usage,
			kind: 'usage',
			message: shell.text.metrics.visibilityAlone,
		});
	if (path === undefined) return ok({});
	const bytes = await readFileWhole(path, limitBytes, shell.text);
	if (!bytes.ok) return bytes;
	const seen = visibility && (await readFileWhole(visibility, limitBytes, shell.text));
	if (seen && !seen.ok) return seen;
	const measured = readMeasured(bytes.value, seen ? seen.value : undefined);
	if (measured.ok) return ok({ measured: measured.value, measuredFrom: basename(path) });
	return fail({
		exitCode: exitCodes.invalid,
		kind: 'notMeasured',
		message: shell.text.files.inFile(
			path,
			measuredFileSentence(measured.error, metricsText(shell).notMeasured),
		),
		facts: { file: path },
	});
}

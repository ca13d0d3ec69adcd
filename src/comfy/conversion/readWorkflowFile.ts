import { fail, ok, type Result } from '#core/result.ts';
import type { ConversionError } from './conversionError.ts';
import { conversionLimits } from './conversionLimits.ts';
import { type EmbeddedError, readEmbeddedWorkflow } from './embedded/readEmbeddedWorkflow.ts';
import { parseLosslessJson } from './json/parseLosslessJson.ts';

/**
 * The workflow in a file: JSON of either format, or a picture or video that ComfyUI saved. Of the latter the graph that
 * ran (API format) is taken, which needs no conversion; the one in UI format only when that is missing.
 * @returns parsed JSON for `convertWorkflow`, large whole numbers exact.
 */
export async function readWorkflowFile(
	bytes: Uint8Array,
): Promise<Result<unknown, ConversionError | EmbeddedError>> {
	const embedded = await readEmbeddedWorkflow(bytes);
	if (embedded.ok) return ok(embedded.value.prompt ?? embedded.value.workflow);
	if (embedded.error.kind !== 'unknownFile') return embedded;
	const { bytes: limit } = conversionLimits;
	if (bytes.length > limit) return fail({ kind: 'tooLarge', bytes: bytes.length, limit });
	const json = parseLosslessJson(new TextDecoder().decode(bytes));
	return json.ok ? json : fail({ kind: 'notJson', detail: json.error });
}

import { fail, ok, type Result } from '#core/result.ts';
import { conversionLimits } from '../conversionLimits.ts';
import { isRecord } from '../json/isRecord.ts';
import { parseLosslessJson } from '../json/parseLosslessJson.ts';
import { isMatroska, readMatroskaTags } from './matroskaTags.ts';
import { isMp4, readMp4Tags } from './mp4Tags.ts';
import { isPng, readPngTexts } from './pngTexts.ts';
import { isWebp, readWebpTexts } from './webpTexts.ts';

/** What ComfyUI put into a picture or video when it saved it. */
export interface EmbeddedWorkflow {
	/** In UI format, as the person saw it; absent from runs that came over the API. */
	readonly workflow?: unknown;
	/** In API format, as it ran, seeds included. */
	readonly prompt?: unknown;
}

export type EmbeddedError =
	| { readonly kind: 'unknownFile' }
	| { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }
	/** A picture or video without a workflow: the server may run with --disable-metadata, or a site removed it. */
	| { readonly kind: 'noWorkflow' };

/**
 * Reads the workflow inside a file that ComfyUI saved: PNG (tEXt, zTXt, iTXt, and comf of animated ones), WebP (EXIF), MP4
 * and MOV (keys, or the comment that VideoHelperSuite writes), WebM and MKV (tags). Damaged files give what can be read of them; never throws.
 * Cost: O(bytes), frames are skipped.
 */
export async function readEmbeddedWorkflow(
	bytes: Uint8Array,
): Promise<Result<EmbeddedWorkflow, EmbeddedError>> {
	const { bytes: limit } = conversionLimits;
	const container = containers.find(({ is }) => is(bytes));
	if (!container) return fail({ kind: 'unknownFile' });
	if (bytes.length > largestFile) return fail({ kind: 'tooLarge', bytes: bytes.length, limit });
	const texts = await container.read(bytes, limit);
	const found = { ...fromComment(texts.get('comment')), ...parsed(texts) };
	return Object.keys(found).length > 0 ? ok(found) : fail({ kind: 'noWorkflow' });
}

const containers = [
	{ is: isPng, read: readPngTexts },
	{ is: isWebp, read: readWebpTexts },
	{ is: isMp4, read: readMp4Tags },
	{ is: isMatroska, read: readMatroskaTags },
];

/** The limit is on the workflow: what is around it may be larger, its pixels are not read. */
const largestFile = 2 ** 32;

function parsed(texts: ReadonlyMap<string, string>): EmbeddedWorkflow {
	const [workflow, prompt] = ['workflow', 'prompt'].map((name) => parse(texts.get(name)));
	return {
		...(workflow !== undefined && { workflow }),
		...(prompt !== undefined && { prompt }),
	};
}

/** VideoHelperSuite's comment: `{"prompt": ..., "workflow": ...}`, each as JSON or as text of JSON. */
function fromComment(comment: string | undefined): EmbeddedWorkflow {
	const json = parse(comment);
	if (!isRecord(json)) return {};
	const read = (value: unknown) => (typeof value === 'string' ? parse(value) : value);
	const [workflow, prompt] = [read(json.workflow), read(json.prompt)];
	return {
		...(isRecord(workflow) && { workflow }),
		...(isRecord(prompt) && { prompt }),
	};
}

function parse(text: string | undefined): unknown {
	const json = text === undefined ? undefined : parseLosslessJson(text);
	return json?.ok && isRecord(json.value) ? json.value : undefined;
}

import { strFromU8, strToU8 } from 'fflate';
import { fail, ok, type Result } from '../result.ts';
import { readJson } from './containers/readJson.ts';
import { detectFormat } from './detectFormat.ts';
import { parseAeKeyframes } from './foreign/aeKeyframes.ts';
import { parseAnnotationTool } from './foreign/annotationTool.ts';
import { parseAtiJson } from './foreign/atiJson.ts';
import { parseAtiPth } from './foreign/atiPth.ts';
import { parseComfyWorkflow, readComfyWorkflow } from './foreign/comfyWorkflow.ts';
import { parseCsv } from './foreign/csvTracks.ts';
import { parseFlPaths } from './foreign/flPaths.ts';
import { parseFrameTracks } from './foreign/frameTracks.ts';
import { parseKjPoints } from './foreign/kjSplines.ts';
import { parseLtxTracks } from './foreign/ltxTracks.ts';
import { parseNpyTracks } from './foreign/npyTracks.ts';
import { parseDragAnything, parseMotionPro } from './foreign/pointLists.ts';
import { parseQqLayers } from './foreign/qqLayers.ts';
import { parseSplinePathControl, readScene, sceneStart } from './foreign/splinePathControl.ts';
import { parseSvg } from './foreign/svgPaths.ts';
import { parseTora } from './foreign/toraText.ts';
import { parseWan2gpDesigner } from './foreign/wan2gpDesigner.ts';
import {
	type ForeignFile,
	type ForeignTracks,
	type FormatError,
	type FormatId,
	formatLimits,
	type ReadContext,
} from './formatTypes.ts';
import { readPngProject } from './pngProject.ts';
import { parseProject, projectLimits } from './projectFile.ts';

export interface ForeignSource {
	readonly content: Uint8Array | string;
	/** Of the file, with its ending; tells apart what the content does not. */
	readonly name?: string;
	/** What it is, where the person says so. */
	readonly format?: FormatId;
	/**
	 * The workflows that a picture or video of ComfyUI's holds, the one that ran first. Whoever can read such files brings them.
	 */
	readonly workflows?: readonly unknown[];
	/** Wan-Move's `visibility.npy` of the same tracks. */
	readonly beside?: Uint8Array;
}

/**
 * Reads tracks out of any file of the field, or a project. Everything is bounded: size, depth, what is inflated, the number of
 * tracks and points; nothing in a file is ever run. Errors name their place. Cost: O(bytes), 64 MB at most (projects more).
 */
export function readForeign(
	source: ForeignSource,
	context: ReadContext,
): Result<ForeignFile, FormatError> {
	const { content, workflows } = source;
	const size = content.length;
	if (size === 0) return fail({ kind: 'empty' });
	const format = source.format ?? detectFormat(content, source.name);
	if (format === null) return fail({ kind: 'unknownFormat' });
	const isBounded = format !== 'project' && format !== 'comfy-workflow';
	const limit = isBounded ? formatLimits.bytes : projectLimits.characters;
	if (size > limit && !workflows) return fail({ kind: 'tooLarge', what: 'file', size, limit });
	if (format === 'project') return readProject(content);
	if (format === 'comfy-workflow' && workflows) return readWorkflows(workflows, context);
	if (format === 'wan-move') return parseNpyTracks(bytesOf(content), format, source.beside);
	return readers[format](content, context);
}

type Content = Uint8Array | string;
type Reader = (content: Content, context: ReadContext) => Result<ForeignTracks, FormatError>;

const readers: Readonly<Record<Exclude<FormatId, 'project' | 'wan-move'>, Reader>> = {
	'ati-json': (content) => parseAtiJson(textOf(content)),
	'ati-pth': (content) => parseAtiPth(bytesOf(content)),
	'kj-points': (content) => parseKjPoints(textOf(content)),
	'kj-coordinates': (content) => parseAtiJson(textOf(content), 'kj-coordinates'),
	'fl-paths': (content) => parseFlPaths(textOf(content)),
	'spline-path-control': readSpc,
	'annotation-tool': (content) => parseAnnotationTool(textOf(content)),
	'qq-layers': (content, context) => parseQqLayers(textOf(content), context),
	'ltx-tracks': (content) => parseLtxTracks(textOf(content)),
	'wan-move-json': (content) => parseFrameTracks(textOf(content)),
	wan2gp: (content) => parseNpyTracks(bytesOf(content), 'wan2gp'),
	'wan2gp-designer': (content) => parseWan2gpDesigner(textOf(content)),
	cotracker: (content) => parseNpyTracks(bytesOf(content), 'cotracker'),
	motionpro: (content) => parseMotionPro(textOf(content)),
	tora: (content) => parseTora(textOf(content)),
	draganything: (content) => parseDragAnything(textOf(content)),
	svg: (content) => parseSvg(textOf(content)),
	'after-effects': (content, context) => parseAeKeyframes(textOf(content), context),
	csv: (content, context) => parseCsv(textOf(content), context),
	'comfy-workflow': (content, context) =>
		typeof content === 'string' || content[0] === 0x7b
			? parseComfyWorkflow(textOf(content), context)
			: fail({ kind: 'noWorkflow' }),
};

/** A PNG, or the JSON of its scene by itself. */
function readSpc(content: Content): Result<ForeignTracks, FormatError> {
	const bytes = bytesOf(content);
	if (sceneStart(bytes) >= 0) return parseSplinePathControl(bytes);
	const json = readJson(textOf(content));
	return json.ok ? readScene(json.value) : json;
}

function readWorkflows(
	workflows: readonly unknown[],
	context: ReadContext,
): Result<ForeignTracks, FormatError> {
	let found: Result<ForeignTracks, FormatError> = fail({ kind: 'noWorkflow' });
	for (const workflow of workflows) {
		found = readComfyWorkflow(workflow, context);
		if (found.ok) return found;
	}
	return found;
}

function readProject(content: Content): Result<ForeignFile, FormatError> {
	const inside = typeof content === 'string' ? undefined : readPngProject(content);
	if (inside && !inside.ok) return fail({ kind: 'damaged', what: 'text', at: 1 });
	const read = parseProject(inside ? inside.value : textOf(content));
	return read.ok
		? ok({ kind: 'project', format: 'project', project: read.value })
		: fail({ kind: 'project', error: read.error });
}

const textOf = (content: Content): string =>
	typeof content === 'string' ? content : strFromU8(content);

const bytesOf = (content: Content): Uint8Array =>
	typeof content === 'string' ? strToU8(content) : content;

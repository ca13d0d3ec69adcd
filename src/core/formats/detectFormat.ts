import { strFromU8 } from 'fflate';
import { readJson } from './containers/readJson.ts';
import { isNpy } from './containers/readNpy.ts';
import { isZip, readZip } from './containers/readZip.ts';
import { isAeKeyframes } from './foreign/aeKeyframes.ts';
import { isAnnotation } from './foreign/annotationTool.ts';
import { isTorchZip } from './foreign/atiPth.ts';
import { isComfyWorkflow } from './foreign/comfyWorkflow.ts';
import { isCsv } from './foreign/csvTracks.ts';
import { isKjPoints } from './foreign/kjSplines.ts';
import { parseNpyTracks } from './foreign/npyTracks.ts';
import { isMotionPro } from './foreign/pointLists.ts';
import { isQqLayers } from './foreign/qqLayers.ts';
import { isScene, sceneStart } from './foreign/splinePathControl.ts';
import { isSvg } from './foreign/svgPaths.ts';
import { isTora } from './foreign/toraText.ts';
import { isDesigner } from './foreign/wan2gpDesigner.ts';
import type { FormatId } from './formatTypes.ts';
import { isObject, own } from './parts/fields.ts';
import { readPngProject } from './pngProject.ts';
import { projectFormat } from './projectFile.ts';

/**
 * What a file is, by its content; its name decides nothing but between formats whose content is alike. Lists of points are ATI
 * tracks unless they cannot be. A picture or video without a scene of its own may be ComfyUI's, with a workflow inside.
 * @returns null for nothing known.
 */
export function detectFormat(source: Uint8Array | string, name = ''): FormatId | null {
	if (typeof source === 'string') return detectText(source);
	if (isZip(source)) return detectZip(source);
	if (isNpy(source)) return detectNpy(source, name);
	if (isPng(source)) return detectPng(source);
	if (isVideo(source)) return 'comfy-workflow';
	return isText(source) ? detectText(strFromU8(source)) : null;
}

function detectPng(bytes: Uint8Array): FormatId {
	if (readPngProject(bytes)) return 'project';
	return sceneStart(bytes) >= 0 ? 'spline-path-control' : 'comfy-workflow';
}

function detectZip(bytes: Uint8Array): FormatId | null {
	const entries = readZip(bytes);
	if (!entries.ok) return /* a broken one is told where */ 'ati-pth';
	if (isTorchZip(entries.value)) return 'ati-pth';
	return entries.value.some(({ name }) => name.endsWith('.npy')) ? 'cotracker' : null;
}

function detectNpy(bytes: Uint8Array, name: string): FormatId {
	if (/motion_designer/.test(name)) return 'wan2gp';
	const read = parseNpyTracks(bytes);
	return read.ok ? read.value.format : 'wan-move';
}

function detectText(text: string): FormatId | null {
	if (isSvg(text)) return 'svg';
	if (isAeKeyframes(text)) return 'after-effects';
	if (/^\uFEFF?\s*[[{"']/.test(text)) return looksLikeAti(text) ? 'ati-json' : detectJson(text);
	if (isTora(text)) return 'tora';
	if (isCsv(text)) return 'csv';
	return text.includes('SPLINEDATA::') ? 'spline-path-control' : null;
}

/** Spares reading the file twice: tracks are large, and by far the most of what is read. */
export const looksLikeAti = (text: string): boolean =>
	/^\uFEFF?\s*\[\s*\[?\s*\[?\s*\{\s*["']x["']\s*:\s*[-+\d.e"']+\s*,\s*["']y["']\s*:\s*[-+\d.e"']+\s*\}/.test(
		text.slice(0, 1000),
	);

function detectJson(text: string): FormatId {
	const json = readJson(text);
	// What is no JSON at all is told as tracks that are none.
	if (!json.ok) return 'ati-json';
	return detectJsonValue(json.value);
}

/** The same of JSON that is read already. */
export function detectJsonValue(value: unknown): FormatId {
	if (isQqLayers(value)) return 'qq-layers';
	if (isKjPoints(value)) return 'kj-points';
	if (!isObject(value)) return 'ati-json';
	if (own(value, 'format') === projectFormat) return 'project';
	if (isComfyWorkflow(value)) return 'comfy-workflow';
	if (Array.isArray(own(value, 'paths'))) return 'fl-paths';
	if (isScene(value)) return 'spline-path-control';
	if (isMotionPro(value)) return 'motionpro';
	if (isDesigner(value)) return 'wan2gp-designer';
	if (Array.isArray(own(value, 'tracks')) && isObject(own(value, 'frame'))) return 'project';
	return isAnnotation(value) ? 'annotation-tool' : 'ati-json';
}

const isPng = (bytes: Uint8Array): boolean =>
	bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47;

const isVideo = (bytes: Uint8Array): boolean =>
	(bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3) ||
	strFromU8(bytes.subarray(4, 8), true) === 'ftyp';

/** No zero byte in the beginning: neither UTF-16 nor something else. */
const isText = (bytes: Uint8Array): boolean => !bytes.subarray(0, 4096).includes(0);

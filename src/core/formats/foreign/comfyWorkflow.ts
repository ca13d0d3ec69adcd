import { fail, type Result } from '../../result.ts';
import { parseAtiTracks } from '../atiTracks.ts';
import { readJson } from '../containers/readJson.ts';
import type { ForeignTracks, FormatError, FormatNote, ReadContext, Space } from '../formatTypes.ts';
import { isObject, numberIn, own, textIn } from '../parts/fields.ts';
import { canvasSpace, foreignTracks } from '../parts/foreignTracks.ts';
import { scaledTrack } from '../parts/scaledTrack.ts';
import { fromAti } from './atiJson.ts';
import { readFlPaths } from './flPaths.ts';
import { isKjInterpolation, isKjPoints, readKjPoints } from './kjSplines.ts';
import { readLtxTracks } from './ltxTracks.ts';
import { isQqLayers, readQqLayers } from './qqLayers.ts';

/**
 * The tracks in a ComfyUI workflow, as the page saves it (nodes, subgraphs too) or as it runs (API format): what the editors of
 * KJNodes, FL, WanMove Path Animator, LTX-Video and QQ keep of their curves, else texts of ATI tracks in any node. In the pixels of the
 * size that stands in the same node.
 */
export function parseComfyWorkflow(
	text: string,
	context: ReadContext,
): Result<ForeignTracks, FormatError> {
	const json = readJson(text);
	return json.ok ? readComfyWorkflow(json.value, context) : json;
}

export function readComfyWorkflow(
	value: unknown,
	context: ReadContext,
): Result<ForeignTracks, FormatError> {
	const found: { readonly node: string; readonly tracks: ForeignTracks }[] = [];
	const seen = new Set<string>();
	let mistake: FormatError | undefined;
	for (const node of nodesOf(value)) {
		for (const text of textsOf(node)) {
			if (seen.has(text.value)) continue;
			const read = readText(node, text.value, context);
			if (!read) continue;
			seen.add(text.value);
			if (read.ok) found.push({ node: node.type, tracks: read.value });
			else mistake ??= read.error;
			// The curve of a node says more than the samples beside it.
			if (read.ok) break;
		}
	}
	const [first] = found;
	if (!first) return fail(mistake ?? { kind: 'noTracks' });
	const { space } = first.tracks;
	const notes: FormatNote[] = [
		{
			kind: 'fromNodes',
			nodes: [...new Set(found.map(({ node }) => node.slice(0, 60)))].slice(0, 5),
		},
		...found.flatMap(({ tracks }) => tracks.notes),
	];
	return foreignTracks(
		'comfy-workflow',
		space,
		found.flatMap(({ tracks }) =>
			tracks.tracks.map((track) => scaledTrack(track, tracks.space, space)),
		),
		notes,
	);
}

export const isComfyWorkflow = (value: unknown): boolean =>
	isObject(value) &&
	(Array.isArray(own(value, 'nodes')) ||
		isObject(own(value, 'prompt')) ||
		Object.values(value).some((node) => typeof own(node, 'class_type') === 'string'));

interface Node {
	readonly type: string;
	readonly values: Readonly<Record<string, unknown>> | readonly unknown[];
}

function nodesOf(value: unknown, depth = 0): Node[] {
	if (!isObject(value) || depth > 8) return [];
	const listed = own(value, 'nodes');
	if (Array.isArray(listed)) {
		const subgraphs = own(own(value, 'definitions'), 'subgraphs');
		return [
			...listed.flatMap((node): Node[] => {
				const values = own(node, 'widgets_values');
				const isRead = Array.isArray(values) || isObject(values);
				return isRead ? [{ type: textIn(node, 'type') ?? '', values }] : [];
			}),
			...(Array.isArray(subgraphs) ? subgraphs.flatMap((graph) => nodesOf(graph, depth + 1)) : []),
		];
	}
	const prompt = own(value, 'prompt');
	if (isObject(prompt) && textIn(value, 'class_type') === undefined)
		return nodesOf(prompt, depth + 1);
	return Object.values(value).flatMap((node): Node[] => {
		const inputs = own(node, 'inputs');
		const type = textIn(node, 'class_type');
		return type !== undefined && isObject(inputs) ? [{ type, values: inputs }] : [];
	});
}

/** Texts and lists that may be tracks, the curves' own places first. */
function textsOf({ values }: Node): { readonly value: string }[] {
	const entries = Array.isArray(values)
		? values.map((v) => ['', v] as const)
		: Object.entries(values);
	const texts: { value: string; rank: number }[] = [];
	const layers: unknown[] = [];
	for (const [key, value] of entries) {
		if (isObject(value) && isQqLayers(value)) layers.push(value);
		if (typeof value !== 'string' || !/^\s*[[{]/.test(value) || value.length < 10) continue;
		const rank = key === 'points_store' || key === 'paths_data' || isCurve(value) ? 0 : 1;
		texts.push({ value, rank });
	}
	if (layers.length > 0) texts.push({ value: JSON.stringify(layers), rank: -1 });
	return texts.sort((a, b) => a.rank - b.rank);
}

const isCurve = (text: string): boolean => /"points"\s*:|"paths"\s*:/.test(text.slice(0, 400));

function readText(
	node: Node,
	text: string,
	context: ReadContext,
): Result<ForeignTracks, FormatError> | undefined {
	const looks =
		/^\s*\[?\s*\[?\s*\[?\s*\{\s*["'](x|y|points|paths|canvas_size|on|name|type|h1x)["']/.test(text);
	if (!looks) return undefined;
	const json = readJson(text);
	if (!json.ok) return undefined;
	const { value } = json;
	const space = spaceOf(node);
	if (isObject(value)) return Array.isArray(own(value, 'paths')) ? readFlPaths(value) : undefined;
	if (isQqLayers(value)) return readQqLayers(value, context);
	if (/SparseTrackEditor/.test(node.type)) return readLtxTracks(value, space);
	if (isKjPoints(value)) return readKjPoints(value, space, kjSettings(node));
	const ati = parseAtiTracks(text);
	return ati.ok ? fromAti(ati.value, space) : undefined;
}

function kjSettings({ values }: Node) {
	if (!Array.isArray(values))
		return { interpolation: textIn(values, 'interpolation'), tension: numberIn(values, 'tension') };
	const at = values.findIndex(isKjInterpolation);
	const tension: unknown = values[at + 1];
	return at < 0
		? {}
		: {
				interpolation: values[at] as string,
				tension: typeof tension === 'number' && tension >= 0 && tension <= 1 ? tension : undefined,
			};
}

/** Two numbers in a row that can be a size. */
function spaceOf({ values }: Node): Space {
	const isSide = (value: unknown): value is number =>
		typeof value === 'number' && value >= 16 && value <= 16_384;
	if (!Array.isArray(values)) {
		for (const [w, h] of [
			['width', 'height'],
			['mask_width', 'mask_height'],
			['frame_width', 'frame_height'],
		] as const)
			if (isSide(own(values, w)) && isSide(own(values, h)))
				return canvasSpace(numberIn(values, w), numberIn(values, h), 'frame');
		return { of: 'frame' };
	}
	for (let i = 0; i + 1 < values.length; i++) {
		const [w, h]: readonly unknown[] = [values[i], values[i + 1]];
		if (isSide(w) && isSide(h)) return canvasSpace(w, h, 'frame');
	}
	return { of: 'frame' };
}

import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import type { ControlPoint, Track, WanDocument } from '../document/document.ts';
import { fail, ok, type Result } from '../result.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { joinChunks } from './joinChunks.ts';
import { type ProjectError, parseProject, serializeProject } from './projectFile.ts';

export const shareLinkLimits = {
	/** Characters of the fragment: chat programs and mail cut longer addresses. */
	characters: 8 * 1024,
	/** Bytes of the JSON inside. */
	inflatedBytes: 1024 * 1024,
} as const;

const key = 'shot=';

export type ShareLinkError =
	/** The fragment is longer than a link may be. */
	| { readonly kind: 'tooLong'; readonly characters: number; readonly limit: number }
	/** More comes out of it than a shot can be. */
	| { readonly kind: 'tooLarge'; readonly limit: number }
	/** Cut off or changed on its way. */
	| { readonly kind: 'damaged' }
	| { readonly kind: 'project'; readonly error: ProjectError };

/**
 * A shot as the fragment of an address, without `#`: `shot=` and the deflated project as base64url. The picture's bytes are
 * not in it, its name, size and fingerprint are. Places are rounded to 0.01 px, tracks and groups get short ids.
 */
export function writeShareLink(
	document: WanDocument,
): Result<string, ShareLinkError & { readonly kind: 'tooLong' }> {
	const json = JSON.stringify(JSON.parse(serializeProject(slim(document))));
	const base64 = toBase64(deflateSync(strToU8(json), { level: 9, mem: 8 }));
	const fragment = key + base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
	const limit = shareLinkLimits.characters;
	return fragment.length <= limit
		? ok(fragment)
		: fail({ kind: 'tooLong', characters: fragment.length, limit });
}

/**
 * The shot inside a fragment (with or without `#`); undefined when it holds none. Total and safe for links from strangers:
 * what comes out is counted while it does, the shape is checked, nothing is run.
 */
export function readShareLink(fragment: string): Result<WanDocument, ShareLinkError> | undefined {
	const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
	if (!text.startsWith(key)) return undefined;
	const limit = shareLinkLimits.characters;
	if (text.length > limit) return fail({ kind: 'tooLong', characters: text.length, limit });
	const base64 = text.slice(key.length).replaceAll('-', '+').replaceAll('_', '/');
	const bytes = fromBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, '='));
	if (!bytes) return fail({ kind: 'damaged' });
	const json = inflated(bytes);
	if (!json.ok) return json;
	const project = parseProject(json.value);
	if (project.ok) return ok(project.value.document);
	return fail(
		project.error.kind === 'notJson'
			? { kind: 'damaged' }
			: { kind: 'project', error: project.error },
	);
}

/** Deflate makes at most 1032 bytes of one: so many bytes at a time let nothing grow before it is counted. */
const stepBytes = 256;

function inflated(bytes: Uint8Array): Result<string, ShareLinkError> {
	const parts: Uint8Array[] = [];
	let size = 0;
	let isWhole = false;
	const limit = shareLinkLimits.inflatedBytes;
	const inflate = new Inflate((part, isLast) => {
		parts.push(part);
		size += part.length;
		isWhole = isLast;
	});
	try {
		for (let at = 0; at < bytes.length; at += stepBytes) {
			inflate.push(bytes.subarray(at, at + stepBytes), at + stepBytes >= bytes.length);
			if (size > limit) return fail({ kind: 'tooLarge', limit });
		}
		return isWhole ? ok(strFromU8(joinChunks(parts))) : fail({ kind: 'damaged' });
	} catch {
		// fflate throws at what is no deflate data.
		return fail({ kind: 'damaged' });
	}
}

/** The same shot in fewer characters. */
function slim(document: WanDocument): WanDocument {
	const trackIds = shortIds(document.tracks.map(({ id }) => id));
	const groupIds = shortIds(document.tracks.flatMap(({ groupId }) => groupId ?? []));
	return {
		...document,
		tracks: document.tracks.map((track): Track => {
			const { follow, groupId, ...rest } = track;
			const leader = follow && trackIds.get(follow.trackId);
			return {
				...rest,
				id: trackIds.get(track.id) ?? track.id,
				points: track.points.map(rounded),
				...(groupId !== undefined && { groupId: groupIds.get(groupId) ?? groupId }),
				...(follow && leader && { follow: { ...follow, trackId: leader } }),
			};
		}),
		regions: document.regions.map((region, index) => ({
			...region,
			id: String(index + 1),
			trackIds: region.trackIds.flatMap((id) => trackIds.get(id) ?? []),
			rings: region.rings.map((ring) => ring.map(roundedPlace)),
		})),
	};
}

const shortIds = (ids: readonly string[]): ReadonlyMap<string, string> =>
	new Map([...new Set(ids)].map((id, index) => [id, String(index + 1)]));

const rounded = ({ handleIn, handleOut, ...point }: ControlPoint): ControlPoint => ({
	...point,
	...roundedPlace(point),
	...(handleIn && { handleIn: roundedPlace(handleIn) }),
	...(handleOut && { handleOut: roundedPlace(handleOut) }),
	...(point.time !== undefined && { time: Math.round(point.time * 1e6) / 1e6 }),
});

const roundedPlace = ({ x, y }: { readonly x: number; readonly y: number }) => ({
	x: Math.round(x * 100) / 100 + 0,
	y: Math.round(y * 100) / 100 + 0,
});

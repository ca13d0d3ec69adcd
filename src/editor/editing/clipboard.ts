import {
	documentSchema,
	emptyDocument,
	type Track,
	type WanDocument,
} from '#core/document/document.ts';
import { parseAtiTracks, serializeAtiTracks } from '#core/formats/atiTracks.ts';
import { tracksFromSamples } from '#core/formats/tracksToDocument.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { selectTracks } from '../store/selection.ts';
import { chosenPoints, chosenTracks } from './chosen.ts';
import { copiesOf } from './copiesOf.ts';

/** What the clipboard holds of tracks: ours with every handle and key, and the text that ComfyUI's node reads. */
export interface ClipboardTracks {
	/** Of the type that `attachClipboardInput` names. */
	readonly own: string;
	/** ATI tracks JSON, frame px. */
	readonly text: string;
}

/** Copied last: what is pasted when the browser does not let us read its clipboard. */
let buffer: ClipboardTracks | null = null;

/** The selected tracks, or a track of the selected points; null when nothing is selected. */
export function copyTracks(store: EditorStore): ClipboardTracks | null {
	const state = store.getState();
	const points = chosenPoints(state);
	const tracks = points
		? [
				{
					...points.track,
					points: points.track.points.filter((_, i) => points.indices.includes(i)),
				},
			]
		: chosenTracks(state);
	if (tracks.length === 0) return null;
	const samples = frameSamples({
		...state.history.present,
		tracks: tracks.map((track) => ({ ...track, visible: true })),
	});
	buffer = {
		own: JSON.stringify({ wanAtiTracks: 1, tracks }),
		text: serializeAtiTracks(
			samples.map((track) => track.samples),
			samples.map((track) => track.releasedAt),
		),
	};
	return buffer;
}

/**
 * Adds the tracks of the clipboard and selects them: our own format where it is, else ATI JSON.
 * @param content Null: the browser does not say; then what was copied here last.
 * @returns false when there are no tracks in it.
 */
export function pasteTracks(store: EditorStore, content: Partial<ClipboardTracks> | null): boolean {
	const { own, text } = content ?? buffer ?? {};
	const document = store.getDocument();
	const pasted = (own ? parseOwn(own) : null) ?? (text ? parseText(document, text, store) : null);
	if (!pasted || pasted.length === 0) return false;
	const isThere = (track: Track) =>
		document.tracks.some(
			(t) => t.points[0]?.x === track.points[0]?.x && t.points[0]?.y === track.points[0]?.y,
		);
	const offset = pasted.some(isThere) ? 16 / store.getState().viewport.scale : 0;
	const copies = copiesOf(document, pasted, store.createId).map((track) => ({
		...track,
		points: track.points.map((p) => ({ ...p, x: p.x + offset, y: p.y + offset })),
	}));
	store.dispatch(
		'paste',
		copies.map((track) => ({ type: 'track/add', track })),
	);
	store.select(selectTracks(copies.map((track) => track.id)));
	return true;
}

/** Adds the tracks in a text of another program; what reads it travels when it is needed. @returns false: there are none. */
export async function pasteOther(store: EditorStore, text: string): Promise<boolean> {
	if (text.trim() === '') return false;
	const { pasteForeign } = await import('./pasteForeign.ts');
	return pasteForeign(store, text);
}

/** Copies by a button: as text, in our own format, since a page may write nothing else there. */
export async function copyToClipboard(store: EditorStore): Promise<void> {
	const tracks = copyTracks(store);
	if (!tracks) return;
	try {
		await navigator.clipboard.writeText(tracks.own);
	} catch {
		// Refused, or no secure page: it is in the buffer of this page.
	}
}

/** Pastes by a button; where the browser does not let us read, what was copied here last. */
export async function pasteFromClipboard(store: EditorStore): Promise<void> {
	let text: string | null = null;
	try {
		text = await navigator.clipboard.readText();
	} catch {
		// Refused, or no secure page.
	}
	if (text !== null && (pasteTracks(store, { text }) || (await pasteOther(store, text)))) return;
	pasteTracks(store, null);
}

function parseOwn(text: string): readonly Track[] | null {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	if (typeof value !== 'object' || value === null || !('wanAtiTracks' in value)) return null;
	// The door of the document is the door of the clipboard.
	const checked = documentSchema.safeParse({
		...emptyDocument,
		tracks: 'tracks' in value ? value.tracks : [],
	});
	return checked.success ? checked.data.tracks : null;
}

function parseText(
	document: WanDocument,
	text: string,
	store: EditorStore,
): readonly Track[] | null {
	const own = parseOwn(text);
	if (own) return own;
	const parsed = parseAtiTracks(text);
	return parsed.ok ? tracksFromSamples(document, parsed.value.tracks, store.createId) : null;
}

import type { ImageRef } from '#core/document/document.ts';
import type { Result } from '#core/result.ts';
import type { ImageError, StartImage } from '#media/media.ts';
import type { ImageStorage } from '../persistence/studioDatabase.ts';
import { loadOpenStartImage } from './loadOpenStartImage.ts';

/** The decoded start image of the open document. */
export type PictureState =
	| { readonly name: 'none' }
	| { readonly name: 'loading'; readonly sha256: string }
	| { readonly name: 'ready'; readonly sha256: string; readonly bitmap: ImageBitmap }
	/** The document names a picture that is not on this computer. */
	| { readonly name: 'missing'; readonly image: ImageRef };

export interface PictureStore {
	get(): PictureState;
	subscribe(listener: () => void): () => void;
	/** Checks a file and keeps its bytes; the caller puts the returned reference into the document. */
	open(blob: Blob, name: string): Promise<Result<ImageRef, ImageError>>;
	/** Keeps the bytes of a picture that needs no judging: one of ours. */
	keep(picture: Blob, image: ImageRef): Promise<void>;
	/** Shows the picture that the document names; called whenever that name changes. */
	show(image: ImageRef | null): Promise<void>;
	/** Bytes of a picture kept earlier. */
	bytesOf(sha256: string): Promise<{ bytes: Uint8Array; mediaType: string } | undefined>;
	dispose(): void;
}

/**
 * Keeps start images by hash, so that undo of "Replace image" finds the earlier one again.
 * @param onStorageError Called when the browser has no room for one.
 */
export function createPictureStore(
	storage: ImageStorage,
	onStorageError: () => void,
): PictureStore {
	let state: PictureState = { name: 'none' };
	const listeners = new Set<() => void>();
	const fresh = new Map<string, StartImage>();
	const set = (next: PictureState) => {
		if (state.name === 'ready' && (next.name !== 'ready' || next.bitmap !== state.bitmap))
			state.bitmap.close();
		state = next;
		for (const listener of listeners) listener();
	};
	const take = async (image: StartImage) => {
		fresh.set(image.sha256, image);
		const { sha256, bytes, mediaType } = image;
		// It stays usable until the page closes.
		await storage.put({ sha256, bytes, mediaType }).catch(onStorageError);
	};
	const bytesOf = async (sha256: string) => fresh.get(sha256) ?? (await storage.get(sha256));
	return {
		get: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async open(blob, name) {
			const { openStartImage } = await loadOpenStartImage();
			const opened = await openStartImage(blob, name);
			if (!opened.ok) return opened;
			await take(opened.value);
			const { bytes: _, ...image } = opened.value;
			return { ok: true, value: image };
		},
		keep: async (picture, image) =>
			take({ ...image, bytes: new Uint8Array(await picture.arrayBuffer()) }),
		async show(image) {
			if (!image) return set({ name: 'none' });
			if ((state.name === 'ready' || state.name === 'loading') && state.sha256 === image.sha256)
				return;
			const wanted: PictureState = { name: 'loading', sha256: image.sha256 };
			set(wanted);
			const bitmap = await decode(await bytesOf(image.sha256));
			if (state !== wanted) return bitmap?.close();
			set(bitmap ? { name: 'ready', sha256: image.sha256, bitmap } : { name: 'missing', image });
		},
		bytesOf,
		dispose() {
			set({ name: 'none' });
			listeners.clear();
			fresh.clear();
		},
	};
}

async function decode(image: { bytes: Uint8Array; mediaType: string } | undefined) {
	if (!image) return undefined;
	try {
		const blob = new Blob([image.bytes as BlobPart], { type: image.mediaType });
		return await createImageBitmap(blob, { imageOrientation: 'from-image' });
	} catch {
		return undefined;
	}
}

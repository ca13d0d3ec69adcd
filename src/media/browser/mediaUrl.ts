/** An address that a video element plays. */
export interface MediaUrl {
	readonly url: string;
	/** Gives it back; call when nothing plays it any more. */
	close(): void;
}

/** Puts a video where the page may play it from. @returns its address; rejects when that does not work. */
export type MediaHost = (bytes: Uint8Array, mediaType: string) => Promise<string>;

let host: Promise<MediaHost | undefined> = Promise.resolve(undefined);

/**
 * Videos are played from there instead of from memory: for pages whose policy refuses blob: addresses in a video element.
 * Called by the composition root once; undefined: from memory after all.
 */
export function setMediaHost(found: Promise<MediaHost | undefined>): void {
	host = found.catch(() => undefined);
}

/** Rejects when the host cannot be reached. */
export async function openMediaUrl(bytes: Uint8Array, mediaType: string): Promise<MediaUrl> {
	const put = await host;
	if (put) return { url: await put(bytes, mediaType), close: () => undefined };
	const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: mediaType }));
	return { url, close: () => void window.setTimeout(() => URL.revokeObjectURL(url), lateLoadMs) };
}

/** A busy or hidden page loads late: an address that was shown a moment ago may still be asked for. */
const lateLoadMs = 5_000;

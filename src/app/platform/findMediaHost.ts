import type { ServerRef } from '#generation/server/serverRef.ts';
import type { MediaHost } from '#media/browser/mediaUrl.ts';
import { sha256Hex } from '#media/sha256.ts';
import { allowsBlobMedia } from './allowsBlobMedia.ts';
import { createPageClient } from './createPageClient.ts';

/** The temp folder's, which ComfyUI empties when it starts. */
const folder = 'wan-ati';

/**
 * The ComfyUI that serves this page, where videos have to come from it: started with `--disable-api-nodes` it gives a policy
 * that refuses blob: in a video element. Undefined: they need not.
 */
export async function findMediaHost(server: ServerRef): Promise<MediaHost | undefined> {
	const answer = await fetch(location.href, { method: 'HEAD' });
	if (allowsBlobMedia(answer.headers.get('content-security-policy'))) return undefined;
	const client = createPageClient(server);
	return async (bytes, mediaType) => {
		const name = `${sha256Hex(bytes).slice(0, 32)}.${mediaType.split('/')[1] ?? 'mp4'}`;
		const stored = await client.uploadImage(bytes, name, folder, { type: 'temp' });
		if (!stored.ok) throw new Error(`${server.name} takes no video: ${stored.error.kind}`);
		const { name: filename, subfolder } = stored.value;
		return client.viewUrl({ filename, subfolder, type: 'temp' });
	};
}

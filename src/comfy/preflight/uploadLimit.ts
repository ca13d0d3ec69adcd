import type { ComfyClient } from '../client/createComfyClient.ts';

/**
 * The largest body that a server takes, bytes (/features.max_upload_size); undefined when it does not say: then it answers
 * 413 itself when it is too much.
 */
export async function uploadLimit(
	client: Pick<ComfyClient, 'features'>,
	signal: AbortSignal,
): Promise<number | undefined> {
	const features = await client.features({ signal });
	return features.ok ? features.value.max_upload_size : undefined;
}

import { type ComfyClient, createComfyClient } from '#comfy/client/createComfyClient.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import type { ServerRef } from '#generation/server/serverRef.ts';
import { browserPlatform } from './browserPlatform.ts';

/** A client for questions; each run makes its own, with its own client id. */
export function createPageClient({ baseUrl }: Pick<ServerRef, 'baseUrl'>): ComfyClient {
	const platform = browserPlatform();
	return createComfyClient({
		platform,
		baseUrl,
		clientId: createUuid(platform.randomBytes),
		pageOrigin: location.origin,
	});
}

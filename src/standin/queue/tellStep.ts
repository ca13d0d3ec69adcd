import { encodePicture, type Pixels } from '#media/node/pictures.ts';
import type { ResolvedOptions } from '../options.ts';
import { legacyPreview, previewWithMetadata } from '../sockets/previewFrames.ts';
import type { SocketHub } from '../sockets/socketHub.ts';
import type { QueueItem } from './promptQueue.ts';

/**
 * Tells a step: preview then `progress` to a client that asked for metadata, `progress` then preview to any other.
 * @param preview Absent: the prompt gets no previews.
 */
export async function tellStep(
	to: {
		readonly hub: SocketHub;
		readonly item: QueueItem;
		readonly clientId: string | undefined;
		readonly nodeId: string;
	},
	value: number,
	max: number,
	preview: (() => Pixels) | undefined,
): Promise<void> {
	const { hub, clientId, nodeId } = to;
	const { promptId } = to.item;
	const jpeg = preview ? await encodePicture(preview(), 'jpeg') : undefined;
	const image = jpeg?.ok ? jpeg.value : undefined;
	const detailed = hub.supports(clientId, 'supports_preview_metadata');
	if (image && detailed) hub.sendBinary(previewWithMetadata(image, promptId, nodeId), clientId);
	hub.send('progress', { value, max, prompt_id: promptId, node: nodeId }, clientId);
	if (image && !detailed) hub.sendBinary(legacyPreview(image), clientId);
}

/** 0.3.64 knows the server's flag only; 0.33.0 lets each prompt decide. */
export function wantsPreview(item: QueueItem, options: ResolvedOptions): boolean {
	const byServer = options.previewMethod !== 'none';
	if (options.versionLike === '0.3.64') return byServer;
	const asked = item.extraData.preview_method;
	if (typeof asked !== 'string' || asked === 'default') return byServer;
	return ['auto', 'latent2rgb', 'taesd'].includes(asked);
}

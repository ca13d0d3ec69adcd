/** Event 1: u32 event, u32 format (1 JPEG), image; big-endian. */
export function legacyPreview(jpeg: Uint8Array): Uint8Array {
	const frame = Buffer.alloc(8 + jpeg.byteLength);
	frame.writeUInt32BE(1, 0);
	frame.writeUInt32BE(1, 4);
	frame.set(jpeg, 8);
	return frame;
}

/** Event 4: u32 event, u32 length of the JSON, JSON, image; big-endian. */
export function previewWithMetadata(
	jpeg: Uint8Array,
	promptId: string,
	nodeId: string,
): Uint8Array {
	const metadata = Buffer.from(
		JSON.stringify({
			node_id: nodeId,
			prompt_id: promptId,
			display_node_id: nodeId,
			parent_node_id: null,
			real_node_id: nodeId,
			image_type: 'image/jpeg',
		}),
	);
	const frame = Buffer.alloc(8 + metadata.byteLength + jpeg.byteLength);
	frame.writeUInt32BE(4, 0);
	frame.writeUInt32BE(metadata.byteLength, 4);
	frame.set(metadata, 8);
	frame.set(jpeg, 8 + metadata.byteLength);
	return frame;
}

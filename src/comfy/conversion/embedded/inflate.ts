/**
 * Inflates zlib data. @param limit of bytes that come out; more, or damaged data, gives undefined.
 * Stops reading at the limit, so that a small file cannot fill the memory.
 */
export async function inflate(data: Uint8Array, limit: number): Promise<Uint8Array | undefined> {
	const stream = new Blob([Uint8Array.from(data)])
		.stream()
		.pipeThrough(new DecompressionStream('deflate'));
	const reader = stream.getReader();
	const parts: Uint8Array[] = [];
	let length = 0;
	try {
		for (let next = await reader.read(); !next.done; next = await reader.read()) {
			length += next.value.length;
			if (length > limit) {
				await reader.cancel();
				return undefined;
			}
			parts.push(next.value);
		}
	} catch {
		return undefined;
	}
	const whole = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

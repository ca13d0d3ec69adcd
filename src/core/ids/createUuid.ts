/**
 * A random UUID, version 4, lower case: `f81d4fae-7dec-4d0a-a765-00a0c91e6bf6`.
 * @param randomBytes Gives that many bytes of secure randomness; `crypto.getRandomValues` in practice.
 * Source: RFC 9562, section 5.4.
 */
export function createUuid(randomBytes: (count: number) => Uint8Array): string {
	const bytes = Uint8Array.from(randomBytes(16));
	if (bytes.length !== 16) throw new RangeError(`Needs 16 random bytes, got ${bytes.length}`);
	bytes[6] = (bytes[6]! & 0x0f) | 0x40;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20),
	].join('-');
}

import type { ComfyPlatform } from './platform.ts';

/**
 * A random UUID, version 4, in the canonical lower-case form that ComfyUI 0.33 demands of a prompt_id.
 * `crypto.randomUUID` is missing on plain-http pages, hence our own from random bytes.
 */
export function createUuid(platform: Pick<ComfyPlatform, 'randomBytes'>): string {
	const bytes = platform.randomBytes(16);
	const hex = Array.from(bytes, (byte, i) => {
		const value = i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte;
		return value.toString(16).padStart(2, '0');
	}).join('');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20),
	].join('-');
}

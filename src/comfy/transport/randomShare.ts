import type { ComfyPlatform } from './platform.ts';

/** A random number, 0 <= x < 1, in steps of 1/65536: enough for a pause. */
export function randomShare(platform: Pick<ComfyPlatform, 'randomBytes'>): number {
	const [high = 0, low = 0] = platform.randomBytes(2);
	return (high * 256 + low) / 65_536;
}

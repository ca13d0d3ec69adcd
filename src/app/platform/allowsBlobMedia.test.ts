import { expect, test } from 'vitest';
import { allowsBlobMedia } from './allowsBlobMedia.ts';

test('without a policy everything is played', () => {
	expect(allowsBlobMedia(null)).toBe(true);
	expect(allowsBlobMedia('')).toBe(true);
});

test('ComfyUI’s policy refuses, since what it does not name falls back to its own host', () => {
	expect(allowsBlobMedia("default-src 'self'; img-src 'self' data: blob:")).toBe(false);
});

test('the policy of serve allows, and the strictest of several counts', () => {
	expect(allowsBlobMedia("default-src 'none'; media-src 'self' blob:")).toBe(true);
	expect(allowsBlobMedia("media-src blob:, default-src 'self'")).toBe(false);
});

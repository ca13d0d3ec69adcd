/** In index.html, where the build writes it; replaced by a fresh value at each answer. */
export const noncePlaceholder = 'wan-ati-nonce';

export interface PagePolicy {
	/** Of this answer's index.html; absent for files and workers, which take their own answer's policy. */
	readonly nonce?: string;
	/** `NAME:PORT` under which the page was asked for, once judged to be ours. */
	readonly host?: string;
	/** Base URLs of the ComfyUIs that the page speaks to directly. */
	readonly direct?: readonly string[];
}

/**
 * The page's Content-Security-Policy.
 * - Scripts, workers, fonts: only files of ours. No inline script, no eval, no worker out of a blob.
 * - Trusted Types: one policy, `wan-ati`, which passes the addresses of our workers and nothing else, so no string becomes
 *   markup or a script.
 * - `style-src` has a nonce because Radix' dialogs and menus add a <style> element that hides the page's scroll bar
 *   (react-remove-scroll). React and Konva set styles through the CSSOM, which a policy does not touch, so style
 *   attributes stay refused.
 * - `connect-src`, `img-src` and `media-src` name our own host and the ComfyUIs added by the person, exactly. The socket of
 *   our host is written out, since not every browser takes 'self' for it.
 */
export function contentSecurityPolicy({ nonce, host, direct = [] }: PagePolicy = {}): string {
	const origins = direct.flatMap((url) => sourceOf(url) ?? []);
	const sockets = origins.map((origin) => origin.replace(/^http/, 'ws'));
	const own = host === undefined ? [] : [`ws://${host}`, `wss://${host}`];
	const list = (...parts: readonly string[]) => parts.join(' ');
	return [
		"default-src 'none'",
		"script-src 'self'",
		list("style-src 'self'", ...(nonce === undefined ? [] : [`'nonce-${nonce}'`])),
		list("img-src 'self' blob: data:", ...origins),
		list("media-src 'self' blob:", ...origins),
		list("connect-src 'self' blob: data:", ...own.filter(isSource), ...origins, ...sockets),
		"worker-src 'self'",
		"font-src 'self'",
		"manifest-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types wan-ati',
	].join('; ');
}

/** The origin of a base URL as a policy takes it; undefined for what a policy has no word for (IPv6 addresses). */
function sourceOf(url: string): string | undefined {
	const { origin } = new URL(url);
	return isSource(origin) ? origin : undefined;
}

const isSource = (text: string): boolean => /^(https?|wss?):\/\/[a-z0-9._-]+(:\d+)?$/i.test(text);

export const pageGuards = {
	'x-content-type-options': 'nosniff',
	// Not `no-referrer`: with it browsers send `Origin: null` on our own form's POST.
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'x-frame-options': 'DENY',
} as const;

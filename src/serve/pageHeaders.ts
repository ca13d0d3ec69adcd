/** In index.html, where the build writes it; replaced by a fresh value at each answer. */
export const noncePlaceholder = 'wan-ati-nonce';

/**
 * The page's Content-Security-Policy.
 * - Scripts, workers, fonts: only files of ours. No inline script, no eval.
 * - `style-src` has a nonce because Radix' dialogs and menus add a <style> element that hides the page's scroll bar
 *   (react-remove-scroll). React and Konva set styles through the CSSOM, which a policy does not touch, so style
 *   attributes stay refused.
 * - `connect-src` is open to http and ws: direct mode speaks to a ComfyUI whose address the user types while the page
 *   is open. A script of a stranger, the thing that could misuse it, does not run in the first place.
 * @param nonce Of this answer's index.html; without one for files and workers, which take their own answer's policy.
 */
export function contentSecurityPolicy(nonce?: string): string {
	return [
		"default-src 'none'",
		"script-src 'self'",
		`style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
		"img-src 'self' blob: data:",
		"media-src 'self' blob:",
		"connect-src 'self' blob: data: http: https: ws: wss:",
		"worker-src 'self' blob:",
		"font-src 'self'",
		"manifest-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; ');
}

export const pageGuards = {
	'x-content-type-options': 'nosniff',
	// Not `no-referrer`: with it browsers send `Origin: null` on our own form's POST.
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'x-frame-options': 'DENY',
} as const;

/**
 * Dialogs and menus of Radix add a <style> element that hides the page's scroll bar. Under the policy of `serve` it
 * needs the nonce of this page, which get-nonce looks up in this global. Runs before the app, by index.html.
 */
declare global {
	var __webpack_nonce__: string | undefined;
}

const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
if (nonce) globalThis.__webpack_nonce__ = nonce;

export {};

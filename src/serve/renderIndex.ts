import { randomBytes } from 'node:crypto';
import { noncePlaceholder } from './pageHeaders.ts';

/** The built index.html with a nonce of this answer in place of the build's placeholder. */
export function renderIndex(built: string): { readonly html: string; readonly nonce: string } {
	const nonce = randomBytes(16).toString('base64');
	return { html: built.replaceAll(noncePlaceholder, nonce), nonce };
}

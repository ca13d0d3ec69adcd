import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The access key of a server that others on the network can reach, and the session it is traded for.
 * Both live as long as the server; the cookie never holds the key itself.
 */
export interface Access {
	/** 128 random bits; printed once, typed by the user. */
	readonly key: string;
	readonly session: string;
	isKey(text: string): boolean;
	isSession(text: string | undefined): boolean;
}

export function createAccess(): Access {
	const key = randomBytes(16).toString('base64url');
	const session = randomBytes(32).toString('base64url');
	return {
		key,
		session,
		isKey: (text) => isEqual(text.trim(), key),
		isSession: (text) => text !== undefined && isEqual(text, session),
	};
}

/** Takes the same time whatever differs: digests are of one length and compared whole. */
function isEqual(a: string, b: string): boolean {
	return timingSafeEqual(digest(a), digest(b));
}

const digest = (text: string) => createHash('sha256').update(text).digest();

export const accessPagePolicy =
	"default-src 'none'; style-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Asks for the key; a form, so that the key is in no address and no history. */
export function accessPage(wrong: boolean): string {
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Wan ATI Studio: access key</title>
<h1>Access key</h1>
<p>${wrong ? 'That is not the key. ' : ''}The terminal in which Wan ATI Studio runs shows it.</p>
<form method="post" action="/access">
<label>Access key <input name="key" type="password" autocomplete="off" autofocus required></label>
<button>Enter</button>
</form>
</html>
`;
}

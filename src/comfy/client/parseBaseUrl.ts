import { fail, ok, type Result } from '#core/result.ts';

export type BaseUrlError = 'empty' | 'notAUrl' | 'notHttp' | 'credentials';

/**
 * The address of a ComfyUI as a person types it: `127.0.0.1:8188`, `https://host/some/prefix/`. Without a scheme http is
 * meant. Query and fragment are dropped; a name and password in it are refused (they would travel in logs).
 * @returns scheme, host, port and path prefix, without a slash at the end.
 */
export function parseBaseUrl(text: string): Result<string, BaseUrlError> {
	const trimmed = text.trim();
	if (trimmed === '') return fail('empty');
	const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
	if (!URL.canParse(withScheme)) return fail('notAUrl');
	const url = new URL(withScheme);
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return fail('notHttp');
	if (url.username !== '' || url.password !== '') return fail('credentials');
	return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
}

/** The socket's address under a base URL: ws for http, wss for https. */
export const socketUrl = (baseUrl: string, clientId: string): string =>
	`${baseUrl.replace(/^http/, 'ws')}/ws?clientId=${encodeURIComponent(clientId)}`;

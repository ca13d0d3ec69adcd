import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { Upstream } from './upstream.ts';

/**
 * What ComfyUI is told of a request. A list of what passes, so that Origin, Referer, Cookie, Sec-Fetch-*,
 * X-Forwarded-* and whatever browsers invent next stay here.
 */
const askedHeaders = [
	'accept',
	'comfy-user',
	'content-length',
	'content-type',
	'if-modified-since',
	'if-none-match',
	'if-range',
	'range',
];
const askedOnUpgrade = [
	'sec-websocket-extensions',
	'sec-websocket-key',
	'sec-websocket-protocol',
	'sec-websocket-version',
];

/** What of ComfyUI's answer reaches the page: never Set-Cookie, Access-Control-*, Location, Content-Encoding. */
const answeredHeaders = [
	'accept-ranges',
	'cache-control',
	'content-disposition',
	'content-length',
	'content-range',
	'content-type',
	'etag',
	'last-modified',
	'retry-after',
];
const answeredOnUpgrade = [
	'sec-websocket-accept',
	'sec-websocket-extensions',
	'sec-websocket-protocol',
];

/** A picture or text that ComfyUI serves must not run as a page of our origin. */
export const answerGuards = {
	'content-security-policy': "default-src 'none'; sandbox",
	'cross-origin-resource-policy': 'same-origin',
	'x-content-type-options': 'nosniff',
} as const;

export function requestHeaders(
	asked: IncomingHttpHeaders,
	upstream: Upstream,
): OutgoingHttpHeaders {
	return {
		...pick(asked, askedHeaders),
		// We do not pass Content-Encoding on, so the body must come plain.
		'accept-encoding': 'identity',
		...ownHeaders(upstream),
	};
}

export function upgradeHeaders(
	asked: IncomingHttpHeaders,
	upstream: Upstream,
): OutgoingHttpHeaders {
	return {
		...pick(asked, askedOnUpgrade),
		connection: 'Upgrade',
		upgrade: 'websocket',
		...ownHeaders(upstream),
	};
}

export function answerHeaders(answered: IncomingHttpHeaders): OutgoingHttpHeaders {
	return { ...pick(answered, answeredHeaders), ...answerGuards };
}

export function upgradeAnswerHeaders(answered: IncomingHttpHeaders): OutgoingHttpHeaders {
	return { ...pick(answered, answeredOnUpgrade), connection: 'Upgrade', upgrade: 'websocket' };
}

const ownHeaders = (upstream: Upstream): OutgoingHttpHeaders => ({
	host: upstream.url.host,
	...(upstream.authorization === undefined ? {} : { authorization: upstream.authorization }),
});

function pick(headers: IncomingHttpHeaders, names: readonly string[]): OutgoingHttpHeaders {
	return Object.fromEntries(
		names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
	);
}

import http, { type ClientRequest, type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import type { Upstream } from './upstream.ts';

const connectLimitMs = 10_000;

/**
 * Opens one request to a ComfyUI on a connection of its own: a kept connection that the server closes at the same
 * moment would fail a POST that may not be repeated. Only connecting has a time limit; an answer may take long.
 * @throws {TypeError} if the target holds characters that HTTP does not allow.
 */
export function askUpstream(
	upstream: Upstream,
	method: string,
	target: string,
	headers: OutgoingHttpHeaders,
): ClientRequest {
	const { protocol, hostname, port, pathname } = upstream.url;
	const { request } = protocol === 'https:' ? https : http;
	const asked = request({
		agent: false,
		// A URL writes IPv6 addresses in brackets, a socket takes them bare.
		hostname: hostname.replace(/^\[|\]$/g, ''),
		port,
		method,
		path: pathname + target,
		headers,
	});
	const timer = setTimeout(() => asked.destroy(new Error('connect timeout')), connectLimitMs);
	const stop = () => clearTimeout(timer);
	asked.on('close', stop);
	asked.on('socket', (socket) =>
		socket.once(protocol === 'https:' ? 'secureConnect' : 'connect', () => {
			stop();
			socket.setNoDelay(true);
		}),
	);
	return asked;
}

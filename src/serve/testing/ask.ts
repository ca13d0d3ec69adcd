import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';

export interface Asked {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/**
 * One request with exactly these headers and this path, which no fetch would let through: Host, Origin,
 * Sec-Fetch-Site are the caller's, the path is not normalised.
 */
export function ask(
	port: number,
	path: string,
	options: {
		readonly method?: string;
		readonly headers?: OutgoingHttpHeaders;
		readonly body?: string | Buffer;
	} = {},
): Promise<Asked> {
	return new Promise((done, failed) => {
		const asked = request({
			host: '127.0.0.1',
			port,
			path,
			method: options.method ?? 'GET',
			headers: { host: `127.0.0.1:${port}`, ...options.headers },
			agent: false,
		});
		asked.on('error', failed);
		asked.on('response', (response) => {
			let body = '';
			response.setEncoding('latin1');
			response.on('data', (chunk: string) => {
				body += chunk;
			});
			response.on('error', failed);
			response.on('end', () =>
				done({ status: response.statusCode ?? 0, headers: response.headers, body }),
			);
		});
		asked.end(options.body);
	});
}

/** Headers of a request that our own page makes. */
export const ownHeaders = (port: number): OutgoingHttpHeaders => ({
	origin: `http://127.0.0.1:${port}`,
	'sec-fetch-site': 'same-origin',
});

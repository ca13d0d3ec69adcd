/**
 * An answer that aiohttp raises instead of returning: plain text and, what browsers notice, without CORS headers.
 */
export class Raised extends Error {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	constructor(status: number, body: string, headers: Readonly<Record<string, string>> = {}) {
		super(body);
		this.status = status;
		this.headers = headers;
	}
}

export const internalError = (): Raised =>
	new Raised(500, '500 Internal Server Error\n\nServer got itself in trouble', {
		connection: 'close',
	});

export const forbidden = (): Raised => new Raised(403, '403: Forbidden');

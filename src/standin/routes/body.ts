import type { FastifyRequest } from 'fastify';
import { internalError } from './raised.ts';

/**
 * The JSON of a body, whatever its content type says.
 * @throws {Raised} 500 for an empty body or one that is no JSON, as the real server.
 */
export function jsonBody(request: FastifyRequest): unknown {
	try {
		return JSON.parse(bodyText(request));
	} catch {
		throw internalError();
	}
}

/** The JSON object of a body; 500 for anything else. */
export function objectBody(request: FastifyRequest): Record<string, unknown> {
	const value = jsonBody(request);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw internalError();
	return value as Record<string, unknown>;
}

export const bodyText = (request: FastifyRequest): string =>
	request.body instanceof Uint8Array ? Buffer.from(request.body).toString('utf8') : '';

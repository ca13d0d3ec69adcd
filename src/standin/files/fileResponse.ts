export interface FileRequest {
	readonly range: string | undefined;
	readonly ifNoneMatch: string | undefined;
}

export interface FileResponse {
	readonly status: 200 | 206 | 304 | 416;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
}

/**
 * Answers a request for a file as aiohttp's FileResponse: one byte range gives 206, several or
 * one past the end give 416, a matching ETag gives 304.
 */
export function fileResponse(
	bytes: Uint8Array,
	modified: Date,
	request: FileRequest,
): FileResponse {
	const size = bytes.byteLength;
	const etag = `"${modified.getTime().toString(16)}-${size.toString(16)}"`;
	const validators = { etag, 'last-modified': modified.toUTCString() };
	const none = new Uint8Array();
	if (request.ifNoneMatch !== undefined && matches(request.ifNoneMatch, etag)) {
		return { status: 304, headers: validators, body: none };
	}
	const headers = { ...validators, 'accept-ranges': 'bytes' };
	if (request.range === undefined) return { status: 200, headers, body: bytes };
	const range = parseRange(request.range, size);
	if (!range) return { status: 416, headers: { 'content-range': `bytes */${size}` }, body: none };
	return {
		status: 206,
		headers: { ...headers, 'content-range': `bytes ${range.start}-${range.end}/${size}` },
		body: bytes.subarray(range.start, range.end + 1),
	};
}

const matches = (header: string, etag: string): boolean =>
	header.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*');

function parseRange(header: string, size: number): { start: number; end: number } | undefined {
	const match = /^bytes=(\d*)-(\d*)$/.exec(header);
	if (!match) return undefined;
	const [from, to] = [match[1] as string, match[2] as string];
	if (from === '' && to === '') return undefined;
	const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
	const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
	return start >= size || end < start ? undefined : { start, end };
}

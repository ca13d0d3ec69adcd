/** What may be asked of a ComfyUI. `X` stands for one name or id. */
const reads = [
	'/system_stats',
	'/features',
	'/object_info',
	'/object_info/X',
	'/models',
	'/models/X',
	'/prompt',
	'/queue',
	'/history',
	'/history/X',
	'/view',
	'/api/jobs',
	'/api/jobs/X',
	'/templates/video_wan_ati.json',
].map(toPattern);
const writes = [
	'/prompt',
	'/queue',
	'/interrupt',
	'/free',
	'/upload/image',
	'/api/jobs/X/cancel',
].map(toPattern);
const sockets = ['/ws'].map(toPattern);

export type ComfyPath =
	| {
			readonly ok: true;
			readonly server: string;
			/** Encoded anew, without a leading slash, with the query as it came. */
			readonly target: string;
	  }
	| { readonly ok: false; readonly status: 400 | 403; readonly error: 'badPath' | 'notAllowed' };

const badPath = { ok: false, status: 400, error: 'badPath' } as const;
const notAllowed = { ok: false, status: 403, error: 'notAllowed' } as const;

/**
 * Server and target of a request for `/comfy/NAME/...`, or why it is refused.
 * The path is decoded once; what then still holds `%`, `..`, `//`, `\` or a control character is refused, so that no
 * later decoder can see another path than the one matched here.
 * @param method `GET`, `POST`, ...; `UPGRADE` for a WebSocket.
 * @param rawUrl The request target as it came, query included.
 */
export function comfyPath(method: string, rawUrl: string): ComfyPath {
	const queryAt = rawUrl.indexOf('?');
	const rawPath = queryAt < 0 ? rawUrl : rawUrl.slice(0, queryAt);
	const query = queryAt < 0 ? '' : rawUrl.slice(queryAt);
	let path: string;
	try {
		path = decodeURIComponent(rawPath);
	} catch {
		return badPath;
	}
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
	if (/%|\.\.|\/\/|\\|[\u0000-\u001f\u007f]/.test(path)) return badPath;
	const [, server, rest] = /^\/comfy\/([A-Za-z0-9_-]{1,32})(\/.*)$/.exec(path) ?? [];
	if (server === undefined || rest === undefined) return notAllowed;
	const allowed =
		method === 'UPGRADE'
			? sockets
			: method === 'GET' || method === 'HEAD'
				? reads
				: method === 'POST'
					? writes
					: [];
	if (!allowed.some((pattern) => pattern.test(rest))) return notAllowed;
	const target = rest.slice(1).split('/').map(encodeURIComponent).join('/');
	return { ok: true, server, target: target + query };
}

/** `X` is one segment that is not `.`, which a URL parser would remove. */
function toPattern(path: string): RegExp {
	return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('/X', '/(?!\\.$|\\./)[^/]+')}$`);
}

import { posix } from 'node:path';

const types: Readonly<Record<string, string>> = {
	'.avif': 'image/avif',
	'.css': 'text/css',
	'.gif': 'image/gif',
	'.htm': 'text/html',
	'.html': 'text/html',
	'.ico': 'image/x-icon',
	'.jpeg': 'image/jpeg',
	'.jpg': 'image/jpeg',
	'.js': 'application/javascript',
	'.json': 'application/json',
	'.mjs': 'application/javascript',
	'.mkv': 'video/x-matroska',
	'.mov': 'video/quicktime',
	'.mp4': 'video/mp4',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain',
	'.wasm': 'application/wasm',
	'.webm': 'video/webm',
	'.webmanifest': 'application/manifest+json',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2',
	'.xml': 'text/xml',
};

/** Content type by file name; what is unknown is `application/octet-stream`. */
export const mediaTypeOf = (name: string): string =>
	types[posix.extname(name).toLowerCase()] ?? 'application/octet-stream';

/** Types that a browser would run: /view never serves them as such. */
export const isDangerous = (mediaType: string): boolean =>
	[
		'text/html',
		'image/svg+xml',
		'application/javascript',
		'text/css',
		'text/xml',
		'text/javascript',
	].includes(mediaType);

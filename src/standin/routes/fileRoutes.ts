import { posix } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodePicture, encodePicture } from '#media/node/pictures.ts';
import { fileResponse } from '../files/fileResponse.ts';
import {
	type FileStore,
	isFileType,
	type StoredFile,
	splitAnnotation,
	staysInside,
} from '../files/fileStore.ts';
import { isDangerous, mediaTypeOf } from '../files/mediaTypes.ts';
import type { Behaviour, ResolvedOptions } from '../options.ts';
import { single } from './app.ts';
import { internalError } from './raised.ts';
import { readForm } from './readForm.ts';
import type { Route } from './route.ts';

/** /upload/image and /view. */
export function fileRoutes(
	options: ResolvedOptions,
	files: FileStore,
	behaviour: () => Behaviour,
): Route[] {
	return [
		{
			method: 'POST',
			path: '/upload/image',
			handle: async (request, reply) => {
				const refusal = behaviour().refuseUploadWith;
				const form = await readForm(request, options.maxUploadBytes);
				if (refusal !== undefined) return reply.code(refusal).send();
				if (!form?.fields.has('image') && !form?.file) return reply.code(400).send();
				// A field named image that is no file part makes the real server stumble.
				if (!form.file) throw internalError();
				const type = form.fields.get('type') || 'input';
				if (!isFileType(type)) throw internalError();
				const subfolder = form.fields.get('subfolder') ?? '';
				const { name, bytes } = form.file;
				if (name === '' || !staysInside(subfolder) || !staysInside(posix.join(subfolder, name))) {
					return reply.code(400).send();
				}
				if (!staysInside(name)) return reply.code(400).send();
				const overwrite = ['true', '1'].includes(form.fields.get('overwrite') ?? '');
				const saved = files.upload({ type, subfolder, name, overwrite }, bytes);
				return { name: saved.name, subfolder, type };
			},
		},
		{
			method: 'GET',
			path: '/view',
			handle: async (request, reply) => view(request, reply, options, files),
		},
	];
}

async function view(
	request: FastifyRequest,
	reply: FastifyReply,
	options: ResolvedOptions,
	files: FileStore,
): Promise<FastifyReply> {
	const query = request.query as Record<string, string | undefined>;
	if (!query.filename) return reply.code(404).send();
	const { path, type: annotated } = splitAnnotation(query.filename);
	if (path.startsWith('/') || path.includes('..')) return reply.code(400).send();
	const type = annotated ?? query.type ?? 'output';
	if (!isFileType(type)) return reply.code(400).send();
	const subfolder = query.subfolder ?? '';
	if (!staysInside(subfolder)) return reply.code(403).send();
	// A folder inside the file name is dropped.
	const file = files.get(type, subfolder, posix.basename(path));
	if (!file) return reply.code(404).send();
	if (query.preview) return preview(file, query.preview, reply);
	const { status, headers, body } = fileResponse(file.bytes, file.modified, {
		range: request.headers.range,
		ifNoneMatch: request.headers['if-none-match'],
	});
	return reply
		.code(status)
		.headers({ ...typeHeaders(file, request, options), ...headers })
		.send(Buffer.from(body));
}

function typeHeaders(
	file: StoredFile,
	request: FastifyRequest,
	options: ResolvedOptions,
): Record<string, string> {
	const mediaType = mediaTypeOf(file.name);
	// HTTP headers are Latin-1 to Node; aiohttp writes UTF-8.
	const name = `filename="${Buffer.from(file.name, 'utf8').toString('latin1')}"`;
	if (options.versionLike === '0.3.64') {
		return { 'content-type': oldMediaType(file.name, mediaType), 'content-disposition': name };
	}
	const headers = { 'x-content-type-options': 'nosniff' };
	if (!isDangerous(mediaType)) {
		return { ...headers, 'content-type': mediaType, 'content-disposition': name };
	}
	const shown =
		mediaType === 'image/svg+xml' && single(request.headers['sec-fetch-dest']) === 'image';
	return {
		...headers,
		vary: 'Sec-Fetch-Dest',
		'cache-control': 'no-store',
		'content-type': shown ? mediaType : 'application/octet-stream',
		'content-disposition': shown ? name : `attachment; ${name}`,
	};
}

/** 0.3.64 guards pages, styles and modules only: scripts, drawings and XML are served as such. Seen on a real one. */
function oldMediaType(name: string, mediaType: string): string {
	switch (posix.extname(name).toLowerCase()) {
		case '.js':
			return 'application/javascript; charset=utf-8';
		case '.xml':
			return 'application/xml';
		case '.svg':
			return mediaType;
		default:
			return isDangerous(mediaType) ? 'application/octet-stream' : mediaType;
	}
}

/** `preview=webp;80` re-encodes a picture; anything else under that name fails as in the real server. */
async function preview(file: StoredFile, wish: string, reply: FastifyReply): Promise<FastifyReply> {
	const [format, quality] = wish.split(';');
	const pixels = await decodePicture(file.bytes);
	if (!pixels.ok) throw internalError();
	const as = format === 'jpeg' ? 'jpeg' : 'webp';
	const encoded = await encodePicture(pixels.value, as, Number(quality ?? 90) || 90);
	if (!encoded.ok) throw internalError();
	return reply
		.headers({
			'content-type': `image/${as}`,
			'content-disposition': `filename="${Buffer.from(file.name, 'utf8').toString('latin1')}"`,
		})
		.send(Buffer.from(encoded.value));
}

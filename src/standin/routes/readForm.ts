import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { internalError } from './raised.ts';

export interface UploadForm {
	readonly fields: ReadonlyMap<string, string>;
	/** The file part named `image`. */
	readonly file: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/**
 * Reads a multipart upload.
 * @returns undefined when the body is no multipart form.
 * @throws {Raised} 500 for a broken form.
 */
export async function readForm(
	request: FastifyRequest,
	maxBytes: number,
): Promise<UploadForm | undefined> {
	if (!request.isMultipart()) return undefined;
	const fields = new Map<string, string>();
	let file: UploadForm['file'];
	try {
		for await (const part of request.parts({
			limits: { fileSize: maxBytes },
			preservePath: true,
		})) {
			if (part.type === 'file') {
				const bytes = await part.toBuffer();
				if (part.fieldname === 'image') file = { name: part.filename, bytes };
			} else {
				fields.set(part.fieldname, String(part.value));
			}
		}
	} catch {
		throw internalError();
	}
	return { fields, file };
}

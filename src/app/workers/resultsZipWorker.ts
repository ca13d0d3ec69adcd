/// <reference lib="webworker" />
import { serializeProject } from '#core/formats/projectFile.ts';
import { createZipWriter } from '#media/zip/createZipWriter.ts';
import type { ZipJobFile, ZipReply, ZipRequest } from '#media/zip/zipWork.ts';

/* Makes one archive and is done; whoever started it stops it by ending the worker. */

declare const self: DedicatedWorkerGlobalScope;

const zip = createZipWriter();
const encoder = new TextEncoder();

self.onmessage = ({ data }: MessageEvent<ZipRequest>) => {
	try {
		if (data.type === 'end') return reply({ type: 'done', archive: zip.end() });
		for (const { name, content, isPacked = false } of data.files)
			zip.add(name, bytesOf(content), isPacked, data.changedAt);
		reply({ type: 'added' });
	} catch (error) {
		reply({ type: 'failed', detail: error instanceof Error ? error.message : String(error) });
	}
};

function bytesOf(content: ZipJobFile['content']): Uint8Array {
	if (content instanceof Uint8Array) return content;
	if (typeof content === 'string') return encoder.encode(content);
	return encoder.encode(serializeProject(content.document, content.image, content.workflow));
}

function reply(message: ZipReply): void {
	self.postMessage(message);
}

import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipWriter {
	/**
	 * @param name May hold folders, with `/`.
	 * @param isPacked It is of a kind that packing does not make smaller: a picture, a video.
	 * @param changedAt ms since the epoch, from 1980 to 2099.
	 */
	add(name: string, content: Uint8Array, isPacked: boolean, changedAt: number): void;
	/** The archive; nothing may be added after it. @throws when a file could not be packed. */
	end(): Blob;
}

/** Bytes that are kept in memory before they are handed to the browser, which may keep them on disk. */
const HELD_BYTES = 8 * 1024 * 1024;

/** A ZIP that is written file by file, so that it may be larger than what fits in memory. Below 4 GiB: without ZIP64. */
export function createZipWriter(): ZipWriter {
	const done: Blob[] = [];
	let held: Uint8Array[] = [];
	let size = 0;
	let failure: Error | null = null;
	const put = () => {
		done.push(new Blob(held as BlobPart[]));
		held = [];
		size = 0;
	};
	const zip = new Zip((error, part) => {
		if (error) failure = error;
		else if (part.length > 0) held.push(part);
		size += part?.length ?? 0;
		if (size >= HELD_BYTES) put();
	});
	return {
		add(name, content, isPacked, changedAt) {
			const entry = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
			entry.mtime = changedAt;
			zip.add(entry);
			entry.push(content, true);
		},
		end() {
			zip.end();
			if (failure) throw failure;
			put();
			return new Blob(done, { type: 'application/zip' });
		},
	};
}

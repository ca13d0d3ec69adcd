/** How long the browser may take to open the address before it is dropped. */
const KEEP_MS = 60_000;

/** Hands bytes to the browser as a file; the name has been through `safeFileName`. */
export function downloadBytes(
	bytes: Uint8Array | string,
	mediaType: string,
	fileName: string,
): void {
	downloadBlob(new Blob([bytes as BlobPart], { type: mediaType }), fileName);
}

/** The same of bytes that the browser holds, maybe on disk. */
export function downloadBlob(blob: Blob, fileName: string): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = fileName;
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}

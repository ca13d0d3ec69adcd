import { useEffect, useState } from 'react';

/** An address for bytes, made when they come and given back when they change or the owner goes. */
export function useObjectUrl(
	bytes: Uint8Array | undefined,
	mediaType: string | undefined,
): string | undefined {
	const [url, setUrl] = useState<string>();
	useEffect(() => {
		if (!bytes || !mediaType) {
			setUrl(undefined);
			return;
		}
		const made = URL.createObjectURL(new Blob([bytes as BlobPart], { type: mediaType }));
		setUrl(made);
		return () => URL.revokeObjectURL(made);
	}, [bytes, mediaType]);
	return url;
}

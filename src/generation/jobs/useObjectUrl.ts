import { useEffect, useState } from 'react';

/** A busy or hidden page loads late: an address that was shown a moment ago may still be asked for. */
const lateLoadMs = 5_000;

/** Gives an address back once such a load is over. */
export const giveBackLater = (giveBack: () => void): void =>
	void window.setTimeout(giveBack, lateLoadMs);

/** An address for bytes, made when they come and given back soon after they change or the owner goes. */
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
		return () => giveBackLater(() => URL.revokeObjectURL(made));
	}, [bytes, mediaType]);
	return url;
}

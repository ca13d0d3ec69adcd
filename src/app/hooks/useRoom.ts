import { useEffect, useState } from 'react';

export interface StorageRoom {
	/** Bytes. */
	readonly used: number;
	readonly quota: number;
}

/**
 * What the browser gives this page to keep things in; undefined where it does not say (plain-http pages).
 * @param moment It is asked anew when this changes.
 */
export function useRoom(moment?: unknown): StorageRoom | undefined {
	const [room, setRoom] = useState<StorageRoom>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked anew at another moment
	useEffect(() => {
		// Absent on plain-http pages, whatever the types say.
		const storage = navigator.storage as StorageManager | undefined;
		storage?.estimate().then(
			({ usage, quota }) => usage !== undefined && quota && setRoom({ used: usage, quota }),
			() => undefined,
		);
	}, [moment]);
	return room;
}

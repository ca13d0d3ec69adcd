import type { WanDocument } from '../document/document.ts';

/** Ids `name-1`, `name-2` ... that the document does not have yet: the same fix twice is the same commands. */
export function freshIds({ tracks }: WanDocument, name: string): () => string {
	const taken = new Set(tracks.map(({ id }) => id));
	let n = 0;
	return () => {
		do n++;
		while (taken.has(`${name}-${n}`));
		return `${name}-${n}`;
	};
}

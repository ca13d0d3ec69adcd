/** Starter shots under public/starters: a picture and a document each. The first is opened on a first visit. */
export const starterIds = ['balloons', 'sailboat', 'fox', 'rocket', 'cyclist', 'koi'] as const;
export type StarterId = (typeof starterIds)[number];

/** What the cards say; the tests check these counts against the documents. */
export const starterCounts: Record<StarterId, { readonly tracks: number; readonly pins: number }> =
	{
		balloons: { tracks: 3, pins: 4 },
		sailboat: { tracks: 1, pins: 5 },
		fox: { tracks: 2, pins: 3 },
		rocket: { tracks: 1, pins: 3 },
		cyclist: { tracks: 1, pins: 4 },
		koi: { tracks: 2, pins: 3 },
	};

const url = (file: string) => new URL(`starters/${file}`, document.baseURI).href;

export const starterThumbUrl = (id: StarterId): string => url(`${id}-thumb.webp`);

/** Fetches the two files of a starter; rejects when they are not there. */
export async function fetchStarter(id: StarterId): Promise<{ document: unknown; picture: Blob }> {
	const [json, picture] = await Promise.all([fetch(url(`${id}.json`)), fetch(url(`${id}.webp`))]);
	if (!json.ok || !picture.ok)
		throw new Error(`Starter ${id}: HTTP ${json.status}, ${picture.status}`);
	return { document: await json.json(), picture: await picture.blob() };
}

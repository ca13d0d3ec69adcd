/** Starter shots under public/examples: a picture and a document each. The first is opened on a first visit. */
export const starterIds = [
	'balloons',
	'lanterns',
	'windmill',
	'sailboat',
	'cyclist',
	'canyon',
	'alley',
	'moon',
	'fox',
	'robot',
	'ducks',
	'koi',
	'bee',
	'beach-ball',
	'clock',
	'frog',
	'rocket',
	'gondola',
	'penguin',
	'kite',
] as const;
export type StarterId = (typeof starterIds)[number];

const url = (file: string) => new URL(`examples/${file}`, document.baseURI).href;

export const starterThumbUrl = (id: StarterId): string => url(`${id}-thumb.webp`);

/** What the moving thumb is made of: the ground and, below it, its movers; see `starterParts.json`. */
export const starterPartsUrl = (id: StarterId): string => url(`${id}-parts.webp`);

/** The shot alone; rejects when it is not there. */
export async function fetchStarterShot(id: StarterId): Promise<unknown> {
	const json = await fetch(url(`${id}.json`));
	if (!json.ok) throw new Error(`Starter ${id}: HTTP ${json.status}`);
	return json.json();
}

/** Fetches the two files of a starter; rejects when they are not there. */
export async function fetchStarter(id: StarterId): Promise<{ document: unknown; picture: Blob }> {
	const [document, picture] = await Promise.all([fetchStarterShot(id), fetch(url(`${id}.webp`))]);
	if (!picture.ok) throw new Error(`Starter ${id}: HTTP ${picture.status}`);
	return { document, picture: await picture.blob() };
}

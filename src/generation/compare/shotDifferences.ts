import type { Job } from '#jobs/job.ts';
import type { ResultsMessages } from '#text/en/results.ts';

type Words = ResultsMessages['differences'];

export interface Difference {
	readonly name: string;
	/** Of A and of B; one is empty where there is nothing to say of it. */
	readonly a: string;
	readonly b: string;
}

const shotFields = [
	'steps',
	'cfg',
	'temperature',
	'topk',
	'sampler',
	'scheduler',
	'shift',
	'prompt',
	'negative',
	'workflow',
] as const;

type Shot = Pick<Job, 'document' | 'engine' | 'seed'>;

/** What two shots were made with, where they differ. @param words In the language of the rest. */
export function shotDifferences(a: Shot, b: Shot, words: Words): Difference[] {
	const rows: Difference[] = [];
	const compare = (name: string, left: string, right: string) => {
		if (left !== right) rows.push({ name, a: left, b: right });
	};
	compare(words.engine, words[a.engine], words[b.engine]);
	// A draft knows no seed.
	if (a.engine === 'comfy' && b.engine === 'comfy')
		compare(words.seed, String(a.seed), String(b.seed));
	for (const field of shotFields)
		compare(words[field], String(a.document.shot[field]), String(b.document.shot[field]));
	compare(words.frame, frameWords(a), frameWords(b));
	const pictureOf = ({ document: { image } }: Shot) => image?.sha256 ?? '';
	if (pictureOf(a) !== pictureOf(b))
		rows.push({
			name: words.picture,
			a: a.document.image?.name ?? '',
			b: b.document.image?.name ?? '',
		});
	const changed = changedTracks(a, b);
	if (changed.length > 0)
		rows.push({ name: words.tracks, a: '', b: words.changedTracks(changed.join(', ')) });
	return rows;
}

/** Whether two results were to follow the same tracks. */
export const isSamePlan = (a: Pick<Job, 'tracksJson'>, b: Pick<Job, 'tracksJson'>): boolean =>
	a.tracksJson === b.tracksJson;

const frameWords = ({ document: { frame } }: Shot): string =>
	`${frame.width} × ${frame.height}, ${frame.length}, ${frame.fps} fps`;

/** Names of the tracks that one of them lacks or has otherwise, each once. */
function changedTracks(a: Shot, b: Shot): string[] {
	const of = ({ document }: Shot) =>
		new Map(document.tracks.map((track) => [track.id, track] as const));
	const [left, right] = [of(a), of(b)];
	const text = (track: unknown) => JSON.stringify(track);
	const ids = new Set([...left.keys(), ...right.keys()]);
	return [...ids].flatMap((id) => {
		const [was, is] = [left.get(id), right.get(id)];
		return text(was) === text(is) ? [] : [(is ?? was)?.name ?? id];
	});
}

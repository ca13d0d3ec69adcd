/** What is known of a server at the moment a run is to begin. */
export interface ServerLoad {
	readonly id: string;
	/** False: it does not answer. */
	readonly isUp: boolean;
	/** Classes and files of the run's graph that it lacks, values it refuses. */
	readonly missing: number;
	/** Runs at work or waiting there, of anybody. */
	readonly queued: number;
	/** Runs of ours that were given to it and are not over; some are on their way and not in its queue yet. */
	readonly given: number;
}

/**
 * The server for the next run: of those that have all it needs the least busy one, the first of equals. When none has all,
 * the one that lacks least, so that what is missing is said of the likeliest; when none answers, the first.
 * @returns undefined only for an empty list.
 */
export function chooseServer(loads: readonly ServerLoad[]): string | undefined {
	let best: ServerLoad | undefined;
	for (const load of loads) if (best === undefined || isBetter(load, best)) best = load;
	return best?.id;
}

function isBetter(a: ServerLoad, b: ServerLoad): boolean {
	if (a.isUp !== b.isUp) return a.isUp;
	if (!a.isUp) return false;
	if (a.missing !== b.missing) return a.missing < b.missing;
	return busyness(a) < busyness(b);
}

/** A run of ours that is in its queue already is counted once. */
const busyness = ({ queued, given }: ServerLoad): number => Math.max(queued, given);

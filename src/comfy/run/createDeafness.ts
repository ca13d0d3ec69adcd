/**
 * Tells when a socket that is open hears nothing any more. ComfyUI forgets a client id when an older socket of it
 * closes late, and a network may lose a connection without a word: in both cases the socket stays open for ever.
 */
export interface Deafness {
	opened(at: number): void;
	closed(): void;
	/** A frame came; `ours`: it was about our run. */
	heard(at: number, ours: boolean): void;
	/**
	 * @param place Where a read has just found the run, in any words.
	 * @returns whether the socket should be opened anew; told once for each suspicion.
	 */
	isDeaf(at: number, place: string): boolean;
}

/** A running node may be silent for long: a first suspicion, doubled each time a new socket heard nothing either. */
const firstSilenceMs = 45_000;
const longestSilenceMs = 300_000;
/** What a read shows may be on its way to the socket still. */
const graceMs = 1_500;

/** @param now Ms of the platform's clock. */
export function createDeafness(now: number): Deafness {
	let openSince: number | undefined;
	let heardAt = now;
	let silenceMs = firstSilenceMs;
	let lastPlace: string | undefined;
	let lastReadAt = now;
	/** Since when a read has known something that the socket did not tell. */
	let missedSince: number | undefined;

	return {
		opened(at) {
			openSince = at;
			heardAt = at;
			missedSince = undefined;
		},
		closed() {
			openSince = undefined;
			missedSince = undefined;
		},
		heard(at, ours) {
			heardAt = at;
			missedSince = undefined;
			if (ours) silenceMs = firstSilenceMs;
		},
		isDeaf(at, place) {
			const before = lastPlace;
			const readBefore = lastReadAt;
			lastPlace = place;
			lastReadAt = at;
			if (openSince === undefined) return false;
			// Every move in the queue is told to every socket.
			const moved = before !== undefined && before !== place;
			if (moved && openSince <= readBefore && heardAt < readBefore) missedSince ??= at;
			if (missedSince !== undefined && at - missedSince >= graceMs) {
				missedSince = undefined;
				heardAt = at;
				return true;
			}
			if (!place.startsWith('running') || at - heardAt < silenceMs) return false;
			heardAt = at;
			silenceMs = Math.min(longestSilenceMs, silenceMs * 2);
			return true;
		},
	};
}

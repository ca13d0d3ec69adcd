/** Work that may be left and taken up again at each `yield`; a step takes a few ms at most for 1000 tracks. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All of it at once. */
export function finish<T>(steps: Steps<T>): T {
	let result = steps.next();
	while (!result.done) result = steps.next();
	return result.value;
}

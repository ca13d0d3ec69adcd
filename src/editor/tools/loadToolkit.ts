import type { Toolkit } from './toolkit.ts';

/*
 * Selecting and moving are here at once. The drawing tools and all that goes beyond a plain drag travel after the canvas,
 * as one piece of code that is loaded once.
 */
let loaded: Toolkit | null = null;

/** The code that travels later; null until it is here. */
export const toolkit = (): Toolkit | null => loaded;

/** Fetches it; rejects when it cannot be fetched, and may then be called again. */
export async function loadToolkit(): Promise<Toolkit> {
	loaded ??= (await import('./toolkit.ts')).toolkit;
	return loaded;
}

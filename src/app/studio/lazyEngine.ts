import type { Engine, EngineId } from '#jobs/engine.ts';

/**
 * An engine whose code travels when its first job begins, so that the drawing does not wait for it. It is made once; when it
 * cannot be fetched, the next job tries again.
 */
export function lazyEngine(id: EngineId, load: () => Promise<Engine>): Engine {
	let made: Promise<Engine> | undefined;
	const engine = async (): Promise<Engine> => {
		made ??= load();
		try {
			return await made;
		} catch (cause) {
			made = undefined;
			throw cause;
		}
	};
	return { id, run: async (input, context) => (await engine()).run(input, context) };
}

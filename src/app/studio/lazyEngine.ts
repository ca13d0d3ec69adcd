import type { Engine, EngineId } from '#jobs/engine.ts';

/** An engine whose code travels when its first job begins, so that the drawing does not wait for it. */
export const lazyEngine = (id: EngineId, load: () => Promise<Engine>): Engine => ({
	id,
	run: async (input, context) => (await load()).run(input, context),
});

import { expect, test } from 'vitest';
import { emptyDocument } from '#core/document/document.ts';
import type { Engine, EngineContext, JobInput } from '#jobs/engine.ts';
import { lazyEngine } from './lazyEngine.ts';

const input: JobInput = {
	document: emptyDocument,
	seed: 1,
	samples: [],
	tracksJson: '[]',
	startFrame: () => Promise.reject(new Error('not asked for')),
};
const never = new AbortController().signal;
const context: EngineContext = { cancel: never, detach: never, emit: () => undefined };

test('an engine is made once, however many jobs begin, and again only when it could not be fetched', async () => {
	let asked = 0;
	const engine = lazyEngine('comfy', async (): Promise<Engine> => {
		if (++asked === 1) throw new Error('offline');
		return { id: 'comfy', run: async () => ({ state: 'cancelled' }) };
	});
	await expect(engine.run(input, context)).rejects.toThrow('offline');
	await Promise.all([engine.run(input, context), engine.run(input, context)]);
	expect(asked).toBe(2);
});

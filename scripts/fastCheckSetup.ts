import { vi } from 'vitest';

/**
 * Property tests at full count: `FC_RUNS=50` runs each property 50 times as often, also where it names its own
 * `numRuns`; `FC_SEED` replays a seed. Without them nothing changes.
 */
const factor = Number(process.env.FC_RUNS ?? '1');
const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };

if (factor !== 1 || 'seed' in seed)
	vi.doMock('fast-check', async (importOriginal) => {
		const original = await importOriginal<typeof import('fast-check')>();
		type Arguments = Parameters<typeof original.assert>;
		const assert = ((property: Arguments[0], parameters?: Arguments[1]) =>
			original.assert(property, {
				...parameters,
				...seed,
				numRuns: Math.ceil((parameters?.numRuns ?? 100) * factor),
				interruptAfterTimeLimit: 120_000,
			})) as typeof original.assert;
		return { ...original, assert, default: { ...original.default, assert } };
	});

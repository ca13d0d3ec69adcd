import fc from 'fast-check';

/**
 * Property tests at full count: `FC_RUNS=50` runs each property 50 times its usual 100; `FC_SEED` replays one.
 * A property that names its own `numRuns` keeps it, so expensive ones say `fcRuns(20)` (in core tests) or name none.
 */
const factor = Number(process.env.FC_RUNS ?? '1');
const seed = Number(process.env.FC_SEED ?? Number.NaN);
fc.configureGlobal({
	...(factor > 1 ? { numRuns: Math.round(100 * factor), interruptAfterTimeLimit: 60_000 } : {}),
	...(Number.isFinite(seed) ? { seed } : {}),
});

import { afterAll, beforeAll, describe } from 'vitest';
import { openTarget, type Target, targetNames } from './targets.ts';

/** The same tests for each server; `target()` is the one at hand, from `beforeAll` on. */
export function forTargets(tests: (target: () => Target) => void): void {
	describe.each(targetNames)('%s', (name) => {
		let target: Target | undefined;
		beforeAll(async () => {
			target = await openTarget(name);
		});
		afterAll(() => target?.close());
		tests(() => {
			if (!target) throw new Error('the server is opened before the tests');
			return target;
		});
	});
}

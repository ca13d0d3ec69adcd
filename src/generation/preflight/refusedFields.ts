import type { Shot } from '#core/document/document.ts';
import type { Job } from '#jobs/job.ts';

/** The last run on a ComfyUI, if its server refused values; the same object until a run changes that. */
export function lastRefused(jobs: readonly Job[]): Job | undefined {
	const last = jobs.findLast(({ engine }) => engine === 'comfy');
	return last?.state === 'failed' && last.error?.kind === 'validation' ? last : undefined;
}

/**
 * What a server refused of a run, beside the field of the shot that holds it, for as long as the field still has the
 * value that was refused.
 */
export function refusedFields(
	refused: Job | undefined,
	shot: Shot,
): Readonly<Partial<Record<keyof Shot, string>>> {
	if (refused?.error?.kind !== 'validation') return {};
	const sent = refused.document.shot;
	return Object.fromEntries(
		refused.error.problems.flatMap(({ field, message }) =>
			field !== undefined &&
			Object.hasOwn(shot, field) &&
			shot[field as keyof Shot] === sent[field as keyof Shot]
				? [[field, message]]
				: [],
		),
	);
}

import * as z from 'zod/mini';
import type { JobRecord } from '../job.ts';

/** What a person says of a result. */
export interface ResultMarks {
	/** 0 (none) to 5. Grades, not one flag: the good ones of thirty are found in passes, each raising fewer of them. */
	readonly stars: number;
	/** Each once, whatever its case, in the order they were given. */
	readonly tags: readonly string[];
	readonly note: string;
}

export const markLimits = { stars: 5, tags: 20, tagLength: 40, noteLength: 4000 } as const;

/** Each part that is missing or damaged is as if nothing had been said. */
const marksSchema = z.object({
	stars: z.catch(z._default(z.int().check(z.gte(0), z.lte(markLimits.stars)), 0), 0),
	tags: z.catch(z._default(z.array(z.string()), []), []),
	note: z.catch(z._default(z.string(), ''), ''),
});

const unmarked: ResultMarks = { stars: 0, tags: [], note: '' };

/** The marks of a stored job; a job of an earlier version has none. */
export function marksOf({ marks }: Pick<JobRecord, 'marks'>): ResultMarks {
	const parsed = marksSchema.safeParse(marks ?? {});
	return parsed.success ? parsed.data : unmarked;
}

/** Tags as they are typed, with commas between: no blanks around, none twice, at most `markLimits` of them. */
export function parseTags(text: string): string[] {
	const tags = new Map<string, string>();
	for (const part of text.split(/[,;\n]/)) {
		const tag = [...part.trim().replace(/\s+/g, ' ')]
			.slice(0, markLimits.tagLength)
			.join('')
			.trim();
		const key = tag.toLowerCase();
		if (tag && !tags.has(key)) tags.set(key, tag);
	}
	return [...tags.values()].slice(0, markLimits.tags);
}

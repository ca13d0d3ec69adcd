import * as z from 'zod/mini';
import type { RemoteRun } from '../engine.ts';

const remoteSchema: z.ZodMiniType<RemoteRun> = z.object({
	serverId: z.string(),
	promptId: z.string(),
	clientId: z.string(),
	stage: z.optional(z.enum(['posting', 'accepted'])),
	uploads: z.optional(z.array(z.string())),
}) as unknown as z.ZodMiniType<RemoteRun>;

/** What became of a job that is over. Paths are relative to the journal. */
export interface JournalEnd {
	readonly state: 'done' | 'failed' | 'cancelled' | 'lost';
	readonly output?: string;
	readonly durationMs?: number;
	readonly server?: string;
	readonly promptId?: string;
	/** Kind of the error. */
	readonly error?: string;
	/** The run may still be on the server: it is looked for before it is sent again. */
	readonly mayStillRun?: boolean;
}

/** One line of a journal. */
export type JournalEntry = {
	readonly key: string;
	/** Ms since the epoch. */
	readonly at: number;
} & (
	| { readonly type: 'remote'; readonly seed: number; readonly remote: RemoteRun }
	| { readonly type: 'end'; readonly end: JournalEnd }
);

const entrySchema: z.ZodMiniType<JournalEntry> = z.discriminatedUnion('type', [
	z.object({
		key: z.string(),
		at: z.number(),
		type: z.literal('remote'),
		seed: z.number(),
		remote: remoteSchema,
	}),
	z.object({
		key: z.string(),
		at: z.number(),
		type: z.literal('end'),
		end: z.object({
			state: z.enum(['done', 'failed', 'cancelled', 'lost']),
			output: z.optional(z.string()),
			durationMs: z.optional(z.number()),
			server: z.optional(z.string()),
			promptId: z.optional(z.string()),
			error: z.optional(z.string()),
			mayStillRun: z.optional(z.boolean()),
		}),
	}),
]) as unknown as z.ZodMiniType<JournalEntry>;

/** What a journal says of one job. */
export interface JobMemory {
	/** A run that was sent, or was about to be, and whose end nobody saw. */
	readonly remote?: RemoteRun;
	readonly seed?: number;
	readonly end?: JournalEnd;
}

/** One line, to be added at the end of the journal and forced to the disk. */
export const journalLine = (entry: JournalEntry): string => `${JSON.stringify(entry)}\n`;

/**
 * Reads a journal: JSON, one entry a line, added to and never changed, so that a process that is killed at any moment leaves
 * all but its last line whole. A line that is no entry, as a torn one, is passed over.
 * @returns by key of the job, the last word on each.
 */
export function readJournal(text: string): ReadonlyMap<string, JobMemory> {
	const jobs = new Map<string, JobMemory>();
	for (const line of text.split('\n')) {
		const entry = parseLine(line);
		if (!entry) continue;
		const before = jobs.get(entry.key);
		if (entry.type === 'remote') jobs.set(entry.key, { remote: entry.remote, seed: entry.seed });
		else {
			const { remote, seed } = before ?? {};
			jobs.set(entry.key, {
				end: entry.end,
				...(seed === undefined ? {} : { seed }),
				...(entry.end.mayStillRun && remote ? { remote } : {}),
			});
		}
	}
	return jobs;
}

function parseLine(line: string): JournalEntry | undefined {
	try {
		return entrySchema.safeParse(JSON.parse(line)).data;
	} catch {
		return undefined;
	}
}

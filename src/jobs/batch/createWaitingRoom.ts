import type { EngineOutcome, RemoteRun } from '../engine.ts';
import type { BatchJob, BatchServer } from './batchJob.ts';

/** A job that is not over. */
export interface WaitingJob {
	readonly job: BatchJob;
	/** A run of it that may be on a server: only that server takes it. */
	remote: RemoteRun | undefined;
	/** Times that a server's fault ended it. */
	tries: number;
	/** Servers that cannot do it. */
	readonly refusedBy: Set<string>;
	/** How the last try ended. */
	last: EngineOutcome | undefined;
}

export interface WaitingRoom {
	/**
	 * The next job for a server: one whose run is there already, one of the group that it has loaded, one of a group that no
	 * other server works on, any.
	 * @param mayChange False: of its own group only, since others are still at work there.
	 */
	take(server: BatchServer, group: string | undefined, mayChange: boolean): WaitingJob | undefined;
	/** Back in, before the others. */
	putBack(waiting: WaitingJob): void;
	/** Whether there is anything that the server may take, now or once it has ended its group. */
	hasWorkFor(server: BatchServer): boolean;
	/** All that is left; the room is empty afterwards. */
	empty(): readonly WaitingJob[];
	/** Which group a server has loaded; undefined: none. */
	setGroup(serverId: string, group: string | undefined): void;
}

/** Jobs in the order of their groups, each group where its first job stands. */
export function createWaitingRoom(jobs: readonly BatchJob[]): WaitingRoom {
	const order = [...new Set(jobs.map(({ group }) => group))];
	let waiting = order
		.flatMap((group) => jobs.filter((job) => job.group === group))
		.map(
			(job): WaitingJob => ({
				job,
				remote: job.remote,
				tries: 0,
				refusedBy: new Set(),
				last: undefined,
			}),
		);
	const loaded = new Map<string, string>();

	const mayTake = ({ remote, refusedBy }: WaitingJob, server: BatchServer): boolean =>
		remote ? remote.serverId === server.id : server.takesNew && !refusedBy.has(server.id);

	return {
		take(server, group, mayChange) {
			const mine = waiting.filter((one) => mayTake(one, server));
			const others = new Set([...loaded].flatMap(([id, name]) => (id === server.id ? [] : [name])));
			const found =
				mine.find(({ remote }) => remote) ??
				mine.find(({ job }) => job.group === group) ??
				(mayChange ? (mine.find(({ job }) => !others.has(job.group)) ?? mine[0]) : undefined);
			waiting = waiting.filter((one) => one !== found);
			return found;
		},
		putBack(one) {
			waiting = [one, ...waiting];
		},
		hasWorkFor: (server) => waiting.some((one) => mayTake(one, server)),
		empty() {
			const left = waiting;
			waiting = [];
			return left;
		},
		setGroup(serverId, group) {
			if (group === undefined) loaded.delete(serverId);
			else loaded.set(serverId, group);
		},
	};
}

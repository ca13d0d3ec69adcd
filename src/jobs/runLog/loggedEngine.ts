import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import type { Engine, EngineEvent, EngineOutcome } from '../engine.ts';
import type { RunLog } from './createRunLog.ts';
import type { LogEntry } from './logEntry.ts';
import { withLog } from './withLog.ts';

export interface LoggedEngineOptions {
	readonly log: RunLog;
	readonly platform: ComfyPlatform;
	/** Makes the engine on a platform; called once a run. */
	create(platform: ComfyPlatform): Engine;
}

/**
 * An engine whose runs write to a log: requests and sockets with the phase they fell in, what the engine tells, the end.
 * Lines carry `context.jobId`. Events and outcomes pass through as they are.
 */
export function loggedEngine({ log, platform, create }: LoggedEngineOptions): Engine {
	return {
		id: create(platform).id,
		async run(input, context) {
			let phase = 'waiting';
			let node: string | undefined;
			const write = (entry: Omit<LogEntry, 'time' | 'jobId' | 'phase'>): void =>
				log.add({
					time: platform.now(),
					...(context.jobId === undefined ? {} : { jobId: context.jobId }),
					phase,
					...(node === undefined ? {} : { node }),
					...entry,
				});
			const note = (event: EngineEvent): void => {
				if (event.type === 'state') {
					if (event.state !== phase) node = undefined;
					phase = event.state;
				}
				if (event.type === 'progress') {
					if (event.node === node) return;
					node = event.node;
				}
				const message = sentenceOf(event);
				if (message !== undefined)
					write({ level: event.type === 'stalled' ? 'warn' : 'info', message });
			};
			const { frame } = input.document;
			write({
				level: 'info',
				message: `${context.resume ? 'resume' : 'start'}: ${frame.width} x ${frame.height}, ${frame.length} frames, ${input.samples.length} tracks, seed ${input.seed}`,
			});
			try {
				const outcome = await create(withLog(platform, write)).run(input, {
					...context,
					emit(event) {
						note(event);
						return context.emit(event);
					},
				});
				phase = outcome.state;
				node = undefined;
				write(lineOf(outcome));
				return outcome;
			} catch (cause) {
				if (context.detach.aborted) write({ level: 'info', message: 'left; the run goes on' });
				else write({ level: 'error', message: `broke: ${String(cause)}` });
				throw cause;
			}
		},
	};
}

function sentenceOf(event: EngineEvent): string | undefined {
	switch (event.type) {
		case 'state':
			return event.position === undefined
				? event.state
				: `${event.state}, ${event.position} before it`;
		case 'remote':
			return `run ${event.remote.promptId} ${event.remote.stage ?? 'accepted'} on ${event.remote.serverId}`;
		case 'progress':
			return event.node === undefined ? undefined : `node ${event.node}`;
		case 'stalled':
			return event.silentMs === 0
				? 'news again'
				: `no news for ${Math.round(event.silentMs / 1000)} s`;
		case 'preview':
			return undefined;
	}
}

function lineOf(outcome: EngineOutcome): Pick<LogEntry, 'level' | 'httpStatus' | 'message'> {
	if (outcome.state === 'done') {
		const { width, height, frameCount, fps, bytes } = outcome.video;
		const origin = outcome.fromCache ? ', from the cache' : '';
		return {
			level: 'info',
			message: `video ${width} x ${height}, ${frameCount} frames at ${fps} fps, ${bytes.byteLength} bytes${origin}`,
		};
	}
	if (outcome.state !== 'failed') return { level: 'warn', message: outcome.state };
	const { kind, ...facts } = outcome.error;
	return {
		level: 'error',
		...('status' in facts ? { httpStatus: facts.status } : {}),
		message: `${kind} ${JSON.stringify(facts)}`,
	};
}

import type { EngineEvent } from '#jobs/engine.ts';
import type { Shell } from '../shell/createShell.ts';

/** Ms since the epoch at which a run was first seen in each state. */
export type StateTimes = Partial<Record<Extract<EngineEvent, { type: 'state' }>['state'], number>>;

export interface Follower {
	readonly onEvent: (event: EngineEvent) => void;
	/** Id of the run on the server, once there is one. */
	readonly promptId: () => string | undefined;
	readonly times: () => StateTimes;
}

export interface FollowOptions {
	/** In front of each line, where several runs are followed. */
	readonly title?: string;
	/** Of a run that is picked up. */
	readonly promptId?: string | undefined;
	/** Where the bar is. */
	readonly show?: (share: number, label: string) => void;
}

/** Shows what an engine tells, until the person cancels; keeps the id of the run. */
export function followEvents(
	{ text, progress, say }: Shell,
	cancel: AbortSignal,
	{
		title,
		promptId: known,
		show = (share, label) => progress.show(share, label),
	}: FollowOptions = {},
): Follower {
	const t = text.generate;
	const line = (words: string): void => say(title === undefined ? words : `${title}: ${words}`);
	const times: StateTimes = {};
	let share = 0;
	let label = t.uploading;
	let promptId = known;
	/** The steps shown last, and whose they are: they are told on after that node is done. */
	let counted = { step: '', node: '' };
	return {
		promptId: () => promptId,
		times: () => times,
		onEvent(event) {
			if (event.type === 'state') times[event.state] ??= Date.now();
			if (event.type === 'remote' && event.remote.promptId !== promptId) {
				promptId = event.remote.promptId;
				if (!cancel.aborted) line(t.sent(promptId));
			}
			if (cancel.aborted) return;
			switch (event.type) {
				case 'state':
					label = event.state === 'pending' ? t.pending(event.position) : t[event.state];
					return show(share, label);
				case 'progress': {
					share = event.fraction;
					const { node = label } = event;
					const step = event.step ? t.step(event.step.value, event.step.max) : '';
					if (step !== counted.step) counted = { step, node };
					const shown = counted.node === node ? step : '';
					return show(share, [node, shown].filter(Boolean).join(' '));
				}
				case 'stalled':
					return line(
						event.silentMs === 0 ? t.newsAgain : t.stalled(Math.round(event.silentMs / 60_000)),
					);
				case 'remote':
				case 'preview':
					return;
			}
		},
	};
}

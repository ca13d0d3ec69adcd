import type { EngineEvent } from '#jobs/engine.ts';
import type { Shell } from '../shell/createShell.ts';

/** Shows what an engine tells, until the person cancels; keeps the id of the run. */
export function followEvents(
	{ text, progress, say }: Shell,
	cancel: AbortSignal,
): {
	readonly onEvent: (event: EngineEvent) => void;
	/** Id of the run on the server, once there is one. */
	readonly promptId: () => string | undefined;
} {
	const t = text.generate;
	let share = 0;
	let label = t.uploading;
	let promptId: string | undefined;
	/** The steps shown last, and whose they are: they are told on after that node is done. */
	let counted = { step: '', node: '' };
	return {
		promptId: () => promptId,
		onEvent(event) {
			if (cancel.aborted) return;
			switch (event.type) {
				case 'state':
					label = event.state === 'pending' ? t.pending(event.position) : t[event.state];
					return progress.show(share, label);
				case 'remote':
					if (promptId === undefined) say(t.sent(event.remote.promptId));
					promptId = event.remote.promptId;
					return;
				case 'progress': {
					share = event.fraction;
					const { node = label } = event;
					const step = event.step ? t.step(event.step.value, event.step.max) : '';
					if (step !== counted.step) counted = { step, node };
					const shown = counted.node === node ? step : '';
					return progress.show(share, [node, shown].filter(Boolean).join(' '));
				}
				case 'stalled':
					return say(
						event.silentMs === 0 ? t.newsAgain : t.stalled(Math.round(event.silentMs / 60_000)),
					);
				case 'preview':
					return;
			}
		},
	};
}

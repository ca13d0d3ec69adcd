import type { SocketMessage } from '../protocol/parseSocketMessage.ts';
import { findVideoFile } from './outputFiles.ts';
import type { RunPlan } from './runPlan.ts';
import type { RunEnd, RunFact, RunState } from './runState.ts';

/**
 * Absence from queue and history for this long means that the server has forgotten the run. History has been seen to lag
 * behind the end of a run behind proxies (up to 20 s), so it must be longer than that.
 */
export const lostAfterMs = 25_000;

/** A run that was never seen, because the answer to its submission was lost, may still be under way to the queue. */
export const neverSeenAfterMs = 15_000;
export const neverSeenAfterCancelMs = 3_000;

/**
 * The state of a run after one more fact. Pure and total. Laws: an ended run never changes; a fact told twice changes
 * nothing more; facts of other runs change nothing; `fraction` and `step` never fall; the end does not depend on the
 * order in which socket messages and reads arrive; only history ends a run well or badly, socket messages never do.
 */
export function reduceRun(state: RunState, fact: RunFact, plan: RunPlan): RunState {
	if (state.phase === 'ended') return state;
	switch (fact.type) {
		case 'message':
			return onMessage(state, fact.message, fact.at, plan);
		case 'queued': {
			const here = withoutAbsence(read(state, fact.at));
			if (state.phase !== 'pending') return here;
			// News in both cases: the run has begun, or it waits behind others, which is no stall.
			const heard = { ...here, newsAt: here.now };
			return fact.place === 'running'
				? advance(heard, 'running')
				: { ...heard, position: fact.ahead };
		}
		case 'absent': {
			const since = state.absentSince ?? fact.at;
			const waited = fact.at - since;
			const patience = fact.confirmed ? lostAfterMs : neverSeenAfterMs;
			const cancelPatience = fact.confirmed ? 0 : neverSeenAfterCancelMs;
			if (state.cancelRequested && waited >= cancelPatience)
				return end(state, { state: 'cancelled' });
			if (waited >= patience)
				return end(state, { state: 'lost', ...(state.file ? { file: state.file } : {}) });
			return { ...read(state, fact.at), absentSince: since };
		}
		case 'history': {
			const { verdict } = fact;
			const asked = verdict.state === 'interrupted' && state.cancelRequested;
			return end(state, asked ? { state: 'cancelled' } : verdict);
		}
		case 'cancelRequested':
			return { ...state, cancelRequested: true };
		case 'clock':
			return read(state, fact.at);
	}
}

/** Ms without news; 0 while waiting in the queue of a server that answers. */
export const silenceOf = (state: RunState): number => Math.max(0, state.now - state.newsAt);

function onMessage(state: RunState, message: SocketMessage, at: number, plan: RunPlan): RunState {
	if (!('promptId' in message) || message.promptId !== plan.promptId) return state;
	const here = withoutAbsence(read(state, at));
	const heard = { ...here, newsAt: here.now };
	switch (message.type) {
		case 'executionStart':
			return advance(heard, 'running');
		case 'executionCached':
			return advance(
				progressed(heard, Object.fromEntries(message.nodes.map((id) => [id, 1])), plan),
				'running',
			);
		case 'executing':
			return message.node === null
				? advance(heard, 'finishing')
				: advance({ ...heard, node: message.node }, 'running');
		case 'progress': {
			const { node, value, max } = message;
			if (node === undefined) return advance(heard, 'running');
			const moved = progressed({ ...heard, node }, { [node]: share(value, max) }, plan);
			return advance(node === plan.samplerNode ? stepped(moved, value, max) : moved, 'running');
		}
		case 'progressState': {
			let next = heard;
			const shares: Record<string, number> = {};
			for (const [id, { value, max, state: nodeState }] of Object.entries(message.nodes)) {
				shares[id] = nodeState === 'finished' ? 1 : share(value, max);
				if (id === plan.samplerNode && max > 1) next = stepped(next, value, max);
				if (nodeState === 'running') next = { ...next, node: id };
			}
			return advance(progressed(next, shares, plan), 'running');
		}
		case 'executed': {
			const moved = progressed(heard, { [message.node]: 1 }, plan);
			const file =
				message.node === plan.saveNode
					? findVideoFile({ [message.node]: message.output }, plan.saveNode)
					: undefined;
			return advance(file ? { ...moved, file } : moved, 'running');
		}
		case 'executionSuccess':
		case 'executionInterrupted':
			return advance(heard, 'finishing');
		case 'executionError':
			// A blocked branch says so and the rest goes on.
			return advance(heard, 'running');
	}
}

const phaseRank = { pending: 0, running: 1, finishing: 2, ended: 3 } as const;

/** On to a later phase, never back. */
function advance(state: RunState, phase: 'running' | 'finishing'): RunState {
	const further = phaseRank[phase] > phaseRank[state.phase];
	const { position: _left, ...rest } = state;
	return { ...rest, phase: further ? phase : state.phase };
}

function end(state: RunState, how: RunEnd): RunState {
	const { position: _left, absentSince: _gone, ...rest } = state;
	const fraction = how.state === 'done' ? 1 : state.fraction;
	return { ...rest, phase: 'ended', end: how, fraction };
}

const read = (state: RunState, at: number): RunState =>
	at > state.now ? { ...state, now: at } : state;

function withoutAbsence(state: RunState): RunState {
	const { absentSince: _gone, ...rest } = state;
	return rest;
}

function progressed(
	state: RunState,
	shares: Readonly<Record<string, number>>,
	plan: RunPlan,
): RunState {
	const done = { ...state.done };
	for (const [id, value] of Object.entries(shares)) {
		if (Object.hasOwn(plan.weights, id)) done[id] = Math.max(done[id] ?? 0, value);
	}
	let all = 0;
	let finished = 0;
	for (const [id, weight] of Object.entries(plan.weights)) {
		all += weight;
		finished += weight * (done[id] ?? 0);
	}
	const fraction = all > 0 ? Math.min(1, finished / all) : 0;
	return { ...state, done, fraction: Math.max(state.fraction, fraction) };
}

function stepped(state: RunState, value: number, max: number): RunState {
	if (max <= 0 || value < (state.step?.value ?? 0)) return state;
	return { ...state, step: { value: Math.min(value, max), max } };
}

const share = (value: number, max: number): number =>
	max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;

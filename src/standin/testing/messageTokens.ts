/** One frame a socket received: parsed text or the event number of a binary frame. */
export type Frame =
	| { readonly kind: 'text'; readonly type: string; readonly data: Record<string, unknown> }
	| { readonly kind: 'binary'; readonly event: number };

/**
 * A frame as one line that does not depend on ids, times or file counters, so that
 * recordings and the stand-in can be compared.
 */
export function tokenOf(frame: Frame): string {
	if (frame.kind === 'binary') return `preview ${frame.event}`;
	const { type, data } = frame;
	switch (type) {
		case 'status': {
			const status = data.status as { exec_info: { queue_remaining: number } };
			const greeting = data.sid === undefined ? '' : ' greeting';
			return `status ${status.exec_info.queue_remaining}${greeting}`;
		}
		case 'execution_cached':
			return `execution_cached ${[...(data.nodes as string[])].map(Number).sort(ascending).join(' ')}`.trim();
		case 'executing':
			return `executing ${data.node ?? 'null'}${data.prompt_id === undefined ? ' without prompt_id' : ''}`;
		case 'progress':
			return `progress ${data.node} ${data.value}/${data.max}`;
		case 'progress_state': {
			const nodes = Object.values(data.nodes as Record<string, NodeProgress>);
			const parts = nodes
				.sort((a, b) => Number(a.node_id) - Number(b.node_id))
				.map((node) => `${node.node_id}:${node.state} ${node.value}/${node.max}`);
			return `progress_state ${parts.join(', ')}`;
		}
		case 'executed':
			return `executed ${data.node} ${Object.keys(data.output as object).join(' ')}`;
		case 'execution_error':
			return `execution_error ${data.node_id} ${data.exception_type} ${JSON.stringify(data.exception_message)} executed ${sorted(data.executed)}`;
		case 'execution_interrupted':
			return `execution_interrupted ${data.node_id} ${data.node_type} executed ${sorted(data.executed)}`;
		default:
			return type;
	}
}

/** Leaves one step of a sampler: how many were done before an interrupt is a matter of time. */
export function collapseSteps(tokens: readonly string[]): string[] {
	return tokens
		.map((token) => token.replace(/(\b3:running|^progress 3) [1-9]\d*\/\d+/, '$1 some'))
		.filter((token, i, all) => !(isStep(token) && all.indexOf(token) < i));
}

const isStep = (token: string): boolean => token.startsWith('preview') || token.includes(' some');

interface NodeProgress {
	readonly node_id: string;
	readonly state: string;
	readonly value: number;
	readonly max: number;
}

const ascending = (a: number, b: number): number => a - b;
const sorted = (ids: unknown): string => (ids as string[]).map(Number).sort(ascending).join(' ');

interface NodeProgress {
	value: number;
	max: number;
	state: 'running' | 'finished';
	readonly node_id: string;
	readonly prompt_id: string;
	readonly display_node_id: string;
	readonly parent_node_id: null;
	readonly real_node_id: string;
}

export interface ProgressState {
	start(nodeId: string): void;
	advance(nodeId: string, value: number, max: number): void;
	finish(nodeId: string): void;
}

/** The progress of all nodes that a run has started; every change tells all of it. */
export function createProgressState(
	promptId: string,
	tell: (data: { prompt_id: string; nodes: Record<string, NodeProgress> }) => void,
): ProgressState {
	const nodes: Record<string, NodeProgress> = {};
	const node = (id: string): NodeProgress => {
		nodes[id] ??= {
			value: 0,
			max: 1,
			state: 'running',
			node_id: id,
			prompt_id: promptId,
			display_node_id: id,
			parent_node_id: null,
			real_node_id: id,
		};
		return nodes[id];
	};
	const change = (id: string, patch: Partial<NodeProgress>): void => {
		Object.assign(node(id), patch);
		tell({ prompt_id: promptId, nodes });
	};
	return {
		start: (id) => change(id, { state: 'running' }),
		advance: (id, value, max) => change(id, { value, max }),
		finish: (id) => change(id, { state: 'finished', value: node(id).max }),
	};
}

import type { Graph } from '../graph/graph.ts';

export interface QueueItem {
	/** Lowest runs first. */
	readonly number: number;
	readonly promptId: string;
	readonly graph: Graph;
	readonly extraData: Readonly<Record<string, unknown>>;
	readonly outputs: readonly string[];
}

/** What /queue and /history show of a prompt. */
export const tupleOf = (item: QueueItem): readonly unknown[] => [
	item.number,
	item.promptId,
	item.graph,
	item.extraData,
	item.outputs,
];

/** Python's heap queue of prompts: taken in order of number, but listed in heap order. */
export interface PromptHeap {
	push(item: QueueItem): void;
	pop(): QueueItem | undefined;
	/** Takes out what matches. */
	remove(matches: (item: QueueItem) => boolean): number;
	/** Heap order, which is not the order of running. */
	list(): readonly QueueItem[];
}

export function createPromptHeap(): PromptHeap {
	let heap: QueueItem[] = [];
	const before = (a: QueueItem, b: QueueItem): boolean =>
		a.number !== b.number ? a.number < b.number : a.promptId < b.promptId;

	const at = (index: number): QueueItem => {
		const item = heap[index];
		if (!item) throw new Error(`heap of ${heap.length} has no item ${index}`);
		return item;
	};
	const swap = (a: number, b: number): void => {
		[heap[a], heap[b]] = [at(b), at(a)];
	};
	const rise = (start: number): void => {
		for (let child = start; child > 0; ) {
			const parent = (child - 1) >> 1;
			if (!before(at(child), at(parent))) return;
			swap(child, parent);
			child = parent;
		}
	};
	const sink = (start: number): void => {
		for (let parent = start; ; ) {
			let least = parent;
			for (const child of [2 * parent + 1, 2 * parent + 2]) {
				if (child < heap.length && before(at(child), at(least))) least = child;
			}
			if (least === parent) return;
			swap(parent, least);
			parent = least;
		}
	};

	return {
		push(item) {
			heap.push(item);
			rise(heap.length - 1);
		},
		pop() {
			const first = heap[0];
			const last = heap.pop();
			if (first && last && heap.length > 0) {
				heap[0] = last;
				sink(0);
			}
			return first;
		},
		remove(matches) {
			const left = heap.filter((item) => !matches(item));
			const removed = heap.length - left.length;
			if (removed > 0) {
				heap = left;
				for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(i);
			}
			return removed;
		},
		list: () => heap,
	};
}

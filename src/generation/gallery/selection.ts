/** What is selected in a grid, by id. */
export interface Selection {
	readonly ids: ReadonlySet<string>;
	/** Has the focus; null: nothing has it yet. */
	readonly active: string | null;
	/** Where a stretch begins. */
	readonly anchor: string | null;
}

export const nothingSelected: Selection = { ids: new Set(), active: null, anchor: null };

export const selectOnly = (id: string): Selection => ({
	ids: new Set([id]),
	active: id,
	anchor: id,
});

export function toggleSelected({ ids }: Selection, id: string): Selection {
	const next = new Set(ids);
	if (!next.delete(id)) next.add(id);
	return { ids: next, active: id, anchor: id };
}

/** All from the anchor to an id, in the order shown; the anchor stays. */
export function extendSelection(
	selection: Selection,
	order: readonly string[],
	id: string,
): Selection {
	const { anchor } = selection;
	const [from, to] = [order.indexOf(anchor ?? id), order.indexOf(id)];
	if (from < 0 || to < 0) return selectOnly(id);
	const stretch = order.slice(Math.min(from, to), Math.max(from, to) + 1);
	return { ids: new Set(stretch), active: id, anchor: order[from] ?? id };
}

export const selectAll = (selection: Selection, order: readonly string[]): Selection => ({
	...selection,
	ids: new Set(order),
});

/** What is shown no more is selected no more; the focus goes to what stands in its place. @param before The order until now. */
export function keepShown(
	{ ids, active, anchor }: Selection,
	before: readonly string[],
	order: readonly string[],
): Selection {
	const shown = new Set(order);
	const place = active === null ? -1 : before.indexOf(active);
	const next =
		active === null || shown.has(active)
			? active
			: ([...before.slice(place + 1), ...before.slice(0, place).reverse()].find((id) =>
					shown.has(id),
				) ?? null);
	return {
		ids: new Set([...ids].filter((id) => shown.has(id))),
		active: next,
		anchor: anchor !== null && shown.has(anchor) ? anchor : next,
	};
}

/** Where a key goes to from an id in a grid of so many columns; undefined: it is no such key. */
export function movedTo(
	key: string,
	order: readonly string[],
	active: string | null,
	columns: number,
): string | undefined {
	const at = active === null ? -1 : order.indexOf(active);
	const steps: Readonly<Record<string, number>> = {
		ArrowLeft: -1,
		ArrowRight: 1,
		ArrowUp: -columns,
		ArrowDown: columns,
	};
	if (key === 'Home') return order[0];
	if (key === 'End') return order.at(-1);
	const step = steps[key];
	if (step === undefined) return undefined;
	if (at < 0) return order[0];
	const next = at + step;
	// Below the last of a row that is not full lies the very last.
	if (next >= order.length) return key === 'ArrowDown' ? order.at(-1) : order[at];
	return next < 0 ? order[at] : order[next];
}

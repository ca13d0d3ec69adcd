import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type BindingField, isSamePlace, type Place } from '#comfy/binding/binding.ts';
import { bindingChoices, outputChoices } from '#comfy/binding/bindingChoices.ts';
import { type Graph, nodeTitle } from '#comfy/workflow/graph.ts';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Select } from '#ui/controls/Select.tsx';
import type { WorkflowDraft } from './BindingForm.tsx';
import { useBindingText } from './useBindingText.ts';
import styles from './WorkflowDialog.module.css';

export interface BindingRowProps {
	readonly field: BindingField;
	readonly draft: WorkflowDraft;
	readonly onPlaces: (places: readonly Place[]) => void;
}

const notGiven = '';
const keyOf = ({ node, input }: Place): string => JSON.stringify([node, input]);

/**
 * Where one field goes: a select for each place, one that says "not given" where there is none, and a button for one more
 * (a second sampler's seed, a second prompt).
 */
export function BindingRow({ field, draft, onPlaces }: BindingRowProps) {
	const t = useBindingText();
	const { graph, info, binding } = draft;
	const places = binding.places[field];
	const [isAdding, setAdding] = useState(false);
	const choices = useMemo(
		() => bindingChoices(graph, info, field, binding),
		[graph, info, field, binding],
	);
	if (choices.length === 0) return null;
	const options = [
		{ value: notGiven, label: t.notGiven },
		...choices.map((place) => ({
			value: keyOf(place),
			label: `${labelOf(graph, place.node)} · ${place.input}`,
		})),
	];
	const change = (index: number, key: string) => {
		const chosen = choices.find((place) => keyOf(place) === key);
		const next: (Place | undefined)[] = [...places];
		next[index] = chosen;
		setAdding(false);
		const kept = next.filter((place) => place !== undefined);
		onPlaces(kept.filter((p, i) => kept.findIndex((other) => isSamePlace(p, other)) === i));
	};
	const isEmpty = places.length === 0;
	const shown: readonly (Place | undefined)[] =
		isEmpty || isAdding ? [...places, undefined] : places;
	const canAdd = !isEmpty && !isAdding && places.length < choices.length;
	return (
		<div className={styles.places}>
			<div className={styles.selects}>
				{shown.map((place, index) => (
					<Select
						// biome-ignore lint/suspicious/noArrayIndexKey: a place is its position in the list
						key={index}
						label={index === 0 ? t.fields[field] : t.also(t.fields[field], index + 1)}
						value={place ? keyOf(place) : notGiven}
						options={options}
						onChange={(key) => change(index, key)}
					/>
				))}
			</div>
			{canAdd && (
				<IconButton
					icon={Plus}
					size="s"
					iconSize={14}
					label={t.addPlace(t.fields[field])}
					onClick={() => setAdding(true)}
				/>
			)}
		</div>
	);
}

const labelOf = (graph: Graph, id: string): string => `${nodeTitle(graph, id)} #${id}`;

/** The node whose file is the result. */
export function OutputRow({
	draft: { graph, info, binding },
	onOutput,
}: {
	readonly draft: WorkflowDraft;
	readonly onOutput: (id: string | undefined) => void;
}) {
	const t = useBindingText();
	const options = [
		{ value: notGiven, label: t.anyOutput },
		...outputChoices(graph, info).map((id) => ({ value: id, label: labelOf(graph, id) })),
	];
	return (
		<div className={styles.places}>
			<Select
				label={t.output}
				value={binding.output ?? notGiven}
				options={options}
				onChange={(id) => onOutput(id === notGiven ? undefined : id)}
			/>
		</div>
	);
}

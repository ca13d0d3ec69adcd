import { defaultShot } from '#core/document/document.ts';
import { Select } from '#ui/controls/Select.tsx';
import { useBindingText } from './useBindingText.ts';
import type { WorkflowRecord } from './workflowRecord.ts';

export interface WorkflowSelectProps {
	readonly records: readonly WorkflowRecord[];
	/** `shot.workflow`; one that is not here stays chosen and says so. */
	readonly value: string;
	/** One undo step; `label` names it. */
	readonly onChange: (id: string, label: string) => void;
}

/** The graph that the shot runs in; nothing while there is only our own. */
export function WorkflowSelect({ records, value, onChange }: WorkflowSelectProps) {
	const t = useBindingText();
	const isHere = value === defaultShot.workflow || records.some(({ id }) => id === value);
	if (records.length === 0 && isHere) return null;
	const options = [
		{ value: defaultShot.workflow, label: t.own },
		...records.map(({ id, name }) => ({ value: id, label: name })),
	];
	return (
		<Select
			label={t.workflow}
			value={value}
			options={options}
			error={isHere ? undefined : t.notHere}
			hint={isHere && value !== defaultShot.workflow ? t.ownModels : undefined}
			onChange={(id) => onChange(id, t.changed)}
		/>
	);
}

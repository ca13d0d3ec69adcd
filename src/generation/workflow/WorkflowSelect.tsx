import { Workflow } from 'lucide-react';
import { defaultShot } from '#core/document/document.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { useBindingText } from './useBindingText.ts';
import styles from './WorkflowSelect.module.css';
import { type WorkflowRecord, workflowState } from './workflowRecord.ts';

export interface WorkflowSelectProps {
	readonly records: readonly WorkflowRecord[];
	/** `shot.workflow`; one that is not here stays chosen and says so. */
	readonly value: string;
	/** One undo step; `label` names it. */
	readonly onChange: (id: string, label: string) => void;
	/** Shows all workflows, to import or confirm one. */
	readonly onWorkflows: () => void;
}

/** The graph that the shot runs in, and the way out when it cannot; nothing while there is only our own. */
export function WorkflowSelect({ records, value, onChange, onWorkflows }: WorkflowSelectProps) {
	const t = useBindingText();
	const state = workflowState(records, value);
	if (records.length === 0 && state === 'ready') return null;
	const options = [
		{ value: defaultShot.workflow, label: t.own },
		...records.map(({ id, name }) => ({ value: id, label: name })),
	];
	const errors = { ready: undefined, missing: t.notHere, unconfirmed: t.notConfirmed };
	return (
		<>
			<Select
				label={t.workflow}
				value={value}
				options={options}
				error={errors[state]}
				hint={state === 'ready' && value !== defaultShot.workflow ? t.ownModels : undefined}
				onChange={(id) => onChange(id, t.changed)}
			/>
			{state !== 'ready' && (
				<div className={styles.way}>
					<Button size="s" icon={Workflow} onClick={onWorkflows}>
						{state === 'missing' ? t.choose : t.look}
					</Button>
				</div>
			)}
		</>
	);
}

import { Trash2 } from 'lucide-react';
import { Button } from '#ui/controls/Button.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { useBindingText } from './useBindingText.ts';
import styles from './WorkflowDialog.module.css';
import type { WorkflowRecord } from './workflowRecord.ts';

export interface WorkflowRowsProps {
	readonly records: readonly WorkflowRecord[];
	readonly used: string;
	/** Id of this app's own graph. */
	readonly ownId: string;
	readonly onUse: (id: string) => void;
	readonly onEdit: (record: WorkflowRecord) => void;
	readonly onRemove: (id: string) => void;
}

/** This app's own graph and the imported ones; the one that the shot uses says so. */
export function WorkflowRows({ records, used, ownId, onUse, onEdit, onRemove }: WorkflowRowsProps) {
	const t = useBindingText();
	const choiceOf = (id: string, name: string) =>
		id === used ? (
			<span className={styles.meta}>{t.inUse}</span>
		) : (
			<Button size="s" aria-label={t.use(name)} onClick={() => onUse(id)}>
				{t.useShort}
			</Button>
		);
	return (
		<ul className={styles.list} aria-label={t.list}>
			<li className={styles.row}>
				<span className={styles.name}>
					{t.own} <span className={styles.meta}>{t.ownDetail}</span>
				</span>
				{choiceOf(ownId, t.own)}
			</li>
			{records.map((record) => (
				<li key={record.id} className={styles.row}>
					<span className={styles.name}>
						{record.name}{' '}
						<span className={styles.meta}>
							{record.isUnconfirmed ? t.waiting : t.nodes(Object.keys(record.graph).length)}
						</span>
					</span>
					{record.isUnconfirmed ? (
						<Button size="s" aria-label={t.lookAt(record.name)} onClick={() => onEdit(record)}>
							{t.look}
						</Button>
					) : (
						<>
							{choiceOf(record.id, record.name)}
							<Button
								size="s"
								variant="quiet"
								aria-label={t.bind(record.name)}
								onClick={() => onEdit(record)}
							>
								{t.bindShort}
							</Button>
						</>
					)}
					<IconButton
						icon={Trash2}
						size="s"
						label={t.remove(record.name)}
						onClick={() => onRemove(record.id)}
					/>
				</li>
			))}
		</ul>
	);
}

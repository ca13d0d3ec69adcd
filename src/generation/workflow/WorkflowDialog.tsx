import { useEffect, useRef, useState } from 'react';
import { foreignClasses } from '#comfy/binding/foreignClasses.ts';
import { guessBinding } from '#comfy/binding/guessBinding.ts';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { defaultShot } from '#core/document/document.ts';
import { Dialog } from '#ui/controls/Dialog.tsx';
import { Spinner } from '#ui/controls/Spinner.tsx';
import { useText } from '#ui/text/useText.tsx';
import { ErrorNotice } from '../notice/ErrorNotice.tsx';
import { BindingForm, type WorkflowDraft } from './BindingForm.tsx';
import { ImportButtons } from './ImportButtons.tsx';
import { type ImportError, importWorkflow } from './importWorkflow.ts';
import { useBindingText } from './useBindingText.ts';
import styles from './WorkflowDialog.module.css';
import { WorkflowRows } from './WorkflowRows.tsx';
import { type WorkflowRecord, workflowState } from './workflowRecord.ts';

export interface WorkflowDialogProps {
	readonly records: readonly WorkflowRecord[];
	/** `shot.workflow`. */
	readonly used: string;
	/** The connected server; without one only files in API format can be imported. */
	readonly client: ComfyClient | undefined;
	readonly serverName: string | undefined;
	readonly onClose: () => void;
	/** Makes the shot use a workflow. */
	readonly onUse: (id: string) => void;
	/** Keeps a workflow whose node types the person has confirmed. @returns whether it could be stored. */
	readonly onKeep: (record: WorkflowRecord) => Promise<boolean>;
	readonly onRemove: (id: string) => void;
}

/** The workflows of this computer: choose one, import one, say where the shot goes in it. */
export function WorkflowDialog(props: WorkflowDialogProps) {
	const { records, client, serverName, onClose } = props;
	const t = useBindingText();
	const [draft, setDraft] = useState<WorkflowDraft>();
	const [error, setError] = useState<ImportError>();
	const [isBusy, setBusy] = useState(false);
	const owner = useRef<AbortController>(undefined);
	useEffect(() => {
		const ours = new AbortController();
		owner.current = ours;
		return () => ours.abort();
	}, []);

	const take = async (name: string, read: () => Promise<Uint8Array | 'template'>) => {
		const signal = owner.current?.signal;
		if (!signal || isBusy) return;
		setBusy(true);
		setError(undefined);
		try {
			const imported = await importWorkflow(await read(), client, signal);
			if (!imported.ok) return setError(imported.error);
			const { id, graph, info } = imported.value;
			const known = records.find((record) => record.id === id);
			setDraft({
				...imported.value,
				name: known?.name ?? name,
				binding: known?.binding ?? guessBinding(graph, info),
				isConfirmed: known !== undefined && !known.isUnconfirmed,
			});
		} catch (cause) {
			if (!signal.aborted) throw cause;
		} finally {
			if (!signal.aborted) setBusy(false);
		}
	};
	const edit = async (record: WorkflowRecord) => {
		const signal = owner.current?.signal;
		if (!signal) return;
		const classes = [...new Set(Object.values(record.graph).map((node) => node.class_type))];
		const answer = await client?.objectInfo(classes, { signal }).catch(() => undefined);
		if (signal.aborted) return;
		const info = answer?.ok ? answer.value : undefined;
		setDraft({
			...record,
			info: info ?? new Map(),
			notes: [],
			unknown: info ? classes.filter((name) => !info.has(name)).sort() : [],
			foreign: foreignClasses(record.graph),
			isConfirmed: !record.isUnconfirmed,
		});
	};
	return (
		<Dialog
			open
			onOpenChange={(open) => !open && onClose()}
			title={draft ? t.bindTitle : t.title}
			description={draft ? t.bindText : t.description}
		>
			{draft ? (
				<BindingForm
					draft={draft}
					onDraft={setDraft}
					onBack={() => setDraft(undefined)}
					onKeep={async ({ id, name, graph, binding }) => {
						if (!(await props.onKeep({ id, name, graph, binding }))) return;
						props.onUse(id);
						onClose();
					}}
				/>
			) : (
				<div className={styles.stack}>
					{workflowState(records, props.used) === 'missing' && (
						<p className={styles.problem}>
							{t.missing} {t.missingText}
						</p>
					)}
					<WorkflowRows {...props} ownId={defaultShot.workflow} onEdit={(r) => void edit(r)} />
					<ImportButtons
						hasServer={client !== undefined}
						onFile={(file) =>
							void take(nameOf(file), async () => new Uint8Array(await file.arrayBuffer()))
						}
						onTemplate={() => void take(t.serverTemplate(serverName ?? ''), async () => 'template')}
					/>
					{isBusy && (
						<p className={styles.line} role="status">
							<Spinner /> {t.reading}
						</p>
					)}
					{error && <ImportProblem error={error} />}
				</div>
			)}
		</Dialog>
	);
}

/** A file's name without what says its kind. */
const nameOf = (file: File): string => file.name.replace(/\.[^.]*$/, '').slice(0, 200);

function ImportProblem({ error }: { readonly error: ImportError }) {
	const { workflow } = useText();
	const t = useBindingText();
	return error.of === 'server' ? (
		<ErrorNotice error={error.error} />
	) : (
		<p className={styles.problem} role="alert">
			{error.of === 'noServer' ? t.noServer : workflow.error(error.error)}
		</p>
	);
}

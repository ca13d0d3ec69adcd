import { useState } from 'react';
import { type Binding, bindingFields } from '#comfy/binding/binding.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Checkbox } from '#ui/controls/Checkbox.tsx';
import { TextField } from '#ui/controls/TextField.tsx';
import { useText } from '#ui/text/useText.tsx';
import { BindingRow, OutputRow } from './BindingRow.tsx';
import type { ImportedWorkflow } from './importWorkflow.ts';
import { useBindingText } from './useBindingText.ts';
import styles from './WorkflowDialog.module.css';

/** A workflow on its way to being kept. */
export interface WorkflowDraft extends ImportedWorkflow {
	readonly name: string;
	readonly binding: Binding;
	/** The same graph was confirmed before. */
	readonly isConfirmed: boolean;
}

export interface BindingFormProps {
	readonly draft: WorkflowDraft;
	readonly onDraft: (draft: WorkflowDraft) => void;
	readonly onBack: () => void;
	readonly onKeep: (draft: WorkflowDraft) => Promise<void>;
}

/**
 * What is in a workflow, where the shot goes in it, and leave to run node types that are not those of our own graph. The
 * guesses are selects named after the field: "Tracks", "Seed", "Seed 2".
 */
export function BindingForm({ draft, onDraft, onBack, onKeep }: BindingFormProps) {
	const text = useText();
	const t = useBindingText();
	const [isBusy, setBusy] = useState(false);
	const { binding, foreign, unknown, notes, isConfirmed } = draft;
	const [isTrusted, setTrusted] = useState(isConfirmed || foreign.length === 0);
	const reason =
		binding.places.tracks.length === 0 ? t.noTracks : isTrusted ? undefined : t.needConfirm;
	return (
		<div className={styles.stack}>
			<TextField
				label={t.name}
				value={draft.name}
				maxLength={200}
				onInput={(name) => onDraft({ ...draft, name })}
			/>
			{unknown.length > 0 && <Names title={t.unknown} names={unknown} />}
			<div className={styles.fields}>
				{bindingFields.map((field) => (
					<BindingRow
						key={field}
						field={field}
						draft={draft}
						onPlaces={(places) =>
							onDraft({
								...draft,
								binding: { ...binding, places: { ...binding.places, [field]: places } },
							})
						}
					/>
				))}
			</div>
			<OutputRow
				draft={draft}
				onOutput={(output) => onDraft({ ...draft, binding: { ...binding, output } })}
			/>
			{binding.places.image.length === 0 && <p className={styles.problem}>{t.noImage}</p>}
			{notes.length > 0 && (
				<Names title={t.notes} names={notes.map((note) => text.workflow.note(note))} />
			)}
			{foreign.length > 0 && (
				<div className={styles.stack}>
					<Names title={t.foreignTitle} label={t.foreignList} names={foreign} />
					<p className={styles.hint}>{t.foreignText}</p>
					{!isConfirmed && <Checkbox label={t.confirm} checked={isTrusted} onChange={setTrusted} />}
				</div>
			)}
			<div className={styles.end}>
				<Button onClick={onBack}>{t.back}</Button>
				<Button
					variant="primary"
					busy={isBusy}
					reason={reason}
					onClick={() => {
						setBusy(true);
						void onKeep(draft).finally(() => setBusy(false));
					}}
				>
					{t.save}
				</Button>
			</div>
		</div>
	);
}

/** A list of names or sentences out of the file: text, never HTML. */
function Names({
	title,
	label = title,
	names,
}: {
	readonly title: string;
	readonly label?: string;
	readonly names: readonly string[];
}) {
	return (
		<div>
			<h3 className={styles.subtitle}>{title}</h3>
			<ul className={styles.names} aria-label={label}>
				{names.map((name) => (
					<li key={name}>{name}</li>
				))}
			</ul>
		</div>
	);
}

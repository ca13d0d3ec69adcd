import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { choicesOf, type ObjectInfo } from '#comfy/protocol/objectInfo.ts';
import { type ModelChoice, modelRoleNames, modelRoles } from '#comfy/workflow/modelRoles.ts';
import { shotFields } from '#comfy/workflow/shotFields.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Combobox } from '#ui/controls/Combobox.tsx';
import { Disclosure } from '#ui/controls/Section.tsx';
import { useText } from '#ui/text/useText.tsx';
import styles from './ModelsPanel.module.css';
import { missingModels } from './missingModels.ts';

export interface ModelsPanelProps {
	/** Undefined while no server is connected: the choice can be seen, not changed. */
	readonly info: ObjectInfo | undefined;
	readonly choice: ModelChoice;
	readonly onChoice: (patch: Partial<ModelChoice>) => void;
	readonly onCheck: () => void;
	readonly busy: boolean;
}

const weightTypes = ['default', 'fp8_e4m3fn', 'fp8_e4m3fn_fast', 'fp8_e5m2'];

/**
 * The four files a run needs, chosen from what the server has; kept for each server by the owner. A file that is chosen
 * and missing stays chosen and says where it belongs.
 */
export function ModelsPanel({ info, choice, onChoice, onCheck, busy }: ModelsPanelProps) {
	const text = useText().generation.models;
	// Open where it can be used, until the person says otherwise.
	const [opened, setOpened] = useState<boolean>();
	const missing = info ? missingModels(info, choice) : [];
	const { classType, input } = shotFields.weightType;
	const weights = (info && choicesOf(info, classType, input)) ?? weightTypes;
	const summary = !info ? '' : missing.length ? text.missing(missing.length) : text.allFound;
	return (
		<Disclosure
			title={text.title}
			summary={summary}
			open={opened ?? info !== undefined}
			onOpenChange={setOpened}
		>
			{!info && <p className={styles.note}>{text.noServer}</p>}
			{modelRoleNames.map((role) => {
				const place = modelRoles[role];
				const choices = (info && choicesOf(info, place.classType, place.input)) ?? [];
				const lost = missing.find((model) => model.role === role);
				return (
					<Combobox
						key={role}
						label={text[role]}
						placement="above"
						value={choice[role]}
						options={choices.map((value) => ({ value, label: value }))}
						disabled={!info}
						busy={busy}
						error={lost && text.missingFile(lost.file, `${lost.folder}`)}
						onChange={(value) => onChoice({ [role]: value })}
					/>
				);
			})}
			<Combobox
				label={text.weightType}
				value={choice.weightType}
				options={weights.map((value) => ({ value, label: value }))}
				disabled={!info}
				onChange={(weightType) => onChoice({ weightType })}
			/>
			{missing.length > 0 && (
				<Button icon={RefreshCw} busy={busy} onClick={onCheck}>
					{text.checkAgain}
				</Button>
			)}
		</Disclosure>
	);
}

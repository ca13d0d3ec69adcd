import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { loraClass } from '#comfy/lora/chainLoras.ts';
import { choicesOf, type ObjectInfo } from '#comfy/protocol/objectInfo.ts';
import type { Lora } from '#core/document/document.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Combobox } from '#ui/controls/Combobox.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Disclosure } from '#ui/controls/Section.tsx';
import { useLinkText } from '../link/useLinkText.ts';
import styles from './LoraPanel.module.css';

export interface LoraPanelProps {
	/** Undefined while no server is connected: the choice can be seen and taken out, not made. */
	readonly info: ObjectInfo | undefined;
	readonly loras: readonly Lora[];
	/** One undo step; `label` names it. */
	readonly onLoras: (loras: readonly Lora[], label: string) => void;
}

/** The document's own bound. */
const mostLoras = 16;

/**
 * LoRAs of the shot, in the order in which they are applied, chosen from what the server has. One that is not there stays
 * chosen and says so.
 */
export function LoraPanel({ info, loras, onLoras }: LoraPanelProps) {
	const t = useLinkText().loras;
	const [opened, setOpened] = useState<boolean>();
	const present = (info && choicesOf(info, loraClass, 'lora_name')) ?? [];
	const first = present[0];
	const change = (next: readonly Lora[]) => onLoras(next, t.changed);
	const set = (index: number, patch: Partial<Lora>) =>
		change(loras.map((lora, i) => (i === index ? { ...lora, ...patch } : lora)));
	return (
		<Disclosure
			title={t.title}
			summary={loras.length === 0 ? t.none : String(loras.length)}
			open={opened ?? loras.length > 0}
			onOpenChange={setOpened}
		>
			{loras.map(({ name, strength }, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a LoRA is its place in the chain
				<div key={index} className={styles.lora}>
					<Combobox
						className={styles.name ?? ''}
						label={t.name(index + 1)}
						placement="hidden"
						value={name}
						options={present.map((value) => ({ value, label: value }))}
						disabled={!info}
						error={info && !present.includes(name) ? t.notThere : undefined}
						onChange={(value) => set(index, { name: value })}
					/>
					<NumberField
						className={styles.strength ?? ''}
						label={t.strength(index + 1)}
						placement="hidden"
						value={strength}
						min={-100}
						max={100}
						step={0.1}
						decimals={1}
						maxDecimals={2}
						onCommit={(value) => set(index, { strength: value })}
					/>
					<IconButton
						icon={X}
						size="s"
						iconSize={14}
						label={t.remove(name)}
						onClick={() => change(loras.filter((_, i) => i !== index))}
					/>
				</div>
			))}
			{info && first === undefined && <p className={styles.note}>{t.noneOnServer}</p>}
			{!info && <p className={styles.note}>{t.noServer}</p>}
			{first !== undefined && loras.length < mostLoras && (
				<div>
					<Button
						icon={Plus}
						size="s"
						onClick={() => {
							const unused = present.find((name) => !loras.some((lora) => lora.name === name));
							change([...loras, { name: unused ?? first, strength: 1 }]);
						}}
					>
						{t.add}
					</Button>
				</div>
			)}
		</Disclosure>
	);
}

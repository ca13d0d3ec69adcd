import { Dices } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { Shot } from '#core/document/document.ts';
import { Checkbox } from '#ui/controls/Checkbox.tsx';
import { Combobox } from '#ui/controls/Combobox.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { Disclosure, Section } from '#ui/controls/Section.tsx';
import { TextArea } from '#ui/controls/TextArea.tsx';
import { useText } from '#ui/text/useText.tsx';
import styles from './ShotPanel.module.css';
import { rollSeed, type ShotChoices, type ShotNumber } from './shotChoices.ts';

/** One undo step of many changes: begun, previewed as often as it takes, kept or given up. */
export interface ShotGesture {
	begin(label: string): void;
	preview(patch: Partial<Shot>): void;
	commit(): void;
	cancel(): void;
}

export interface ShotPanelProps {
	readonly shot: Shot;
	/** One undo step; `label` names it. */
	readonly onShot: (patch: Partial<Shot>, label: string) => void;
	/** With it, typing and dragging reach the document at once and are one undo step each. */
	readonly gesture?: ShotGesture;
	readonly choices: ShotChoices;
	readonly engine: 'draft' | 'comfy';
	/** The template's own negative prompt, which counts while the field is empty. */
	readonly negativeDefault?: string;
	/** What the server refused, by field. */
	readonly fieldErrors?: Readonly<Partial<Record<keyof Shot, string>>>;
	/** Below steps and CFG: their presets. */
	readonly presets?: ReactNode;
	/** More rows at the end: LoRAs, the models. */
	readonly children?: ReactNode;
}

/** Prompt and sampler settings of the shot. */
export function ShotPanel({
	shot,
	onShot,
	gesture,
	choices,
	engine,
	negativeDefault,
	fieldErrors = {},
	presets,
	children,
}: ShotPanelProps) {
	const text = useText().generation.shot;
	const latest = useRef(shot);
	latest.current = shot;

	const words = (field: 'prompt' | 'negative', label: string) => ({
		label,
		value: shot[field],
		maxLength: 20_000,
		error: fieldErrors[field],
		onBegin: () => gesture?.begin(text.changed(label)),
		onInput: (value: string) => gesture?.preview({ [field]: value }),
		onCommit: (value: string) => {
			gesture?.commit();
			// Somebody may have ended the gesture meanwhile: the words still count.
			if (latest.current[field] !== value) onShot({ [field]: value }, text.changed(label));
		},
	});
	const number = (field: ShotNumber, label: string) => ({
		label,
		value: shot[field],
		...choices.limits[field],
		error: fieldErrors[field],
		onCommit: (value: number) => onShot({ [field]: value }, text.changed(label)),
		...(gesture && {
			onDragStart: () => gesture.begin(text.changed(label)),
			onDrag: (value: number) => gesture.preview({ [field]: value }),
			onDragEnd: (kept: boolean) => (kept ? gesture.commit() : gesture.cancel()),
		}),
	});
	const choice = (field: 'sampler' | 'scheduler', label: string, values: readonly string[]) => ({
		label,
		value: shot[field],
		options: values.map((value) => ({ value, label: value })),
		error:
			fieldErrors[field] ??
			(choices.live && !values.includes(shot[field]) ? text.notOnServer(shot[field]) : undefined),
		onChange: (value: string) => onShot({ [field]: value }, text.changed(label)),
	});

	return (
		<Section title={text.title}>
			<TextArea {...words('prompt', text.prompt)} placeholder={text.promptPlaceholder} />
			<TextArea {...words('negative', text.negative)} rows={2} placeholder={negativeDefault} />
			<NumberField
				{...number('seed', text.seed)}
				after={
					<IconButton
						icon={Dices}
						size="xs"
						iconSize={14}
						label={text.rollSeed}
						onClick={() => onShot({ seed: rollSeed() }, text.changed(text.seed))}
					/>
				}
			/>
			<div className={styles.indent}>
				<Checkbox
					label={text.newSeed}
					checked={shot.newSeedEachTime}
					onChange={(newSeedEachTime) => onShot({ newSeedEachTime }, text.changed(text.newSeed))}
				/>
			</div>
			<div className={styles.two}>
				<NumberField {...number('steps', text.steps)} placement="inside" />
				<NumberField {...number('cfg', text.cfg)} placement="inside" decimals={1} maxDecimals={2} />
			</div>
			{presets && <div>{presets}</div>}
			<Disclosure title={text.more} summary={text.summary(shot.sampler, shot.topk)} defaultOpen>
				<Combobox {...choice('sampler', text.sampler, choices.samplers)} />
				<Combobox {...choice('scheduler', text.scheduler, choices.schedulers)} />
				<NumberField {...number('shift', text.shift)} decimals={1} maxDecimals={2} />
				<NumberField
					{...number('temperature', text.temperature)}
					maxDecimals={1}
					hint={text.temperatureHint}
				/>
				<NumberField {...number('topk', text.topk)} hint={text.topkHint} />
			</Disclosure>
			{children}
			{engine === 'draft' && <p className={styles.note}>{text.draftHint}</p>}
		</Section>
	);
}

import { Bookmark, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/controls/Button.tsx';
import { Dialog } from '#ui/controls/Dialog.tsx';
import { Menu, type MenuItem } from '#ui/controls/Menu.tsx';
import { TextField } from '#ui/controls/TextField.tsx';
import { useLinkText } from '../link/useLinkText.ts';

/** Steps and CFG under a name that the person gave: speed LoRAs want few steps and CFG 1. */
export interface StepPreset {
	readonly name: string;
	readonly steps: number;
	readonly cfg: number;
}

export interface StepPresetsProps {
	readonly presets: readonly StepPreset[];
	readonly steps: number;
	readonly cfg: number;
	readonly onApply: (preset: StepPreset) => void;
	readonly onPresets: (presets: readonly StepPreset[]) => void;
}

/** A menu of the person's own presets: use one, keep the present values as a new one, delete one. */
export function StepPresets({ presets, steps, cfg, onApply, onPresets }: StepPresetsProps) {
	const t = useLinkText().presets;
	const [isNaming, setNaming] = useState(false);
	const current = presets.find((preset) => preset.steps === steps && preset.cfg === cfg);
	const separator: MenuItem = { type: 'separator' };
	const items: readonly MenuItem[] = [
		...presets.map(
			(preset): MenuItem => ({
				type: 'check',
				label: `${preset.name}: ${t.detail(preset.steps, preset.cfg)}`,
				checked: preset === current,
				onSelect: () => onApply(preset),
			}),
		),
		...(presets.length > 0 ? [separator] : []),
		{ label: t.save, icon: Plus, onSelect: () => setNaming(true) },
		...(presets.length > 0 ? [separator] : []),
		...presets.map(
			(preset): MenuItem => ({
				label: t.remove(preset.name),
				icon: Trash2,
				danger: true,
				onSelect: () => onPresets(presets.filter((other) => other !== preset)),
			}),
		),
	];
	return (
		<>
			<Menu
				trigger={
					<Button size="s" icon={Bookmark} aria-label={t.label}>
						{current?.name ?? t.own}
					</Button>
				}
				items={items}
			/>
			{isNaming && (
				<NamePreset
					detail={t.detail(steps, cfg)}
					onClose={() => setNaming(false)}
					onName={(name) => {
						setNaming(false);
						onPresets([...presets.filter((p) => p.name !== name), { name, steps, cfg }]);
					}}
				/>
			)}
		</>
	);
}

function NamePreset({
	detail,
	onName,
	onClose,
}: {
	readonly detail: string;
	readonly onName: (name: string) => void;
	readonly onClose: () => void;
}) {
	const t = useLinkText().presets;
	const [name, setName] = useState('');
	const trimmed = name.trim();
	const keep = () => trimmed !== '' && onName(trimmed);
	return (
		<Dialog
			open
			onOpenChange={(open) => !open && onClose()}
			title={t.saveTitle}
			description={detail}
			size="s"
			footer={
				<Button variant="primary" reason={trimmed === '' ? t.needName : undefined} onClick={keep}>
					{t.keep}
				</Button>
			}
		>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					keep();
				}}
			>
				<TextField
					label={t.name}
					placement="above"
					placeholder={t.placeholder}
					value={name}
					maxLength={60}
					onInput={setName}
				/>
			</form>
		</Dialog>
	);
}

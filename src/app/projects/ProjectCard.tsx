import { Copy, Ellipsis, ImageOff, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { sayWhen } from '#generation/format/sayWhen.ts';
import { Badge } from '#ui/controls/Badge.tsx';
import { Icon } from '#ui/controls/Icon.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Menu } from '#ui/controls/Menu.tsx';
import type { ProjectInfo } from '../persistence/projectRecord.ts';
import styles from './ProjectCard.module.css';
import { useProjectsText } from './projectsText.ts';

export interface ProjectCardProps {
	readonly info: ProjectInfo;
	/** Of its small picture; null: it has none; undefined: not yet. */
	readonly thumbUrl: string | null | undefined;
	/** It is the shot on the canvas. */
	readonly isOpen: boolean;
	/** Its name is being changed. */
	readonly isNaming: boolean;
	onNaming(isNaming: boolean): void;
	onOpen(): void;
	onRename(name: string): void;
	onDuplicate(): void;
	onRemove(): void;
}

/** One project: its picture opens it, its menu (or F2 and Delete) does the rest. */
export function ProjectCard({ info, thumbUrl, isOpen, isNaming, ...does }: ProjectCardProps) {
	const t = useProjectsText();
	const name = info.name || t.unnamed;
	return (
		<li className={styles.card} data-open={isOpen || undefined}>
			<button
				type="button"
				className={styles.picture}
				aria-label={t.open(name)}
				aria-current={isOpen || undefined}
				onClick={does.onOpen}
				onKeyDown={(event) => {
					if (event.key === 'F2') does.onNaming(true);
					else if (event.key === 'Delete') does.onRemove();
				}}
			>
				{thumbUrl ? (
					<img src={thumbUrl} alt="" />
				) : (
					thumbUrl === null && <Icon of={ImageOff} size={20} />
				)}
			</button>
			{isOpen && (
				<span className={styles.mark}>
					<Badge tone="accent">{t.isOpen}</Badge>
				</span>
			)}
			<div className={styles.line}>
				{isNaming ? (
					<NameField
						label={t.renameField(name)}
						name={info.name}
						onDone={(next) => {
							does.onNaming(false);
							if (next && next !== info.name) does.onRename(next);
						}}
					/>
				) : (
					<b className={styles.name}>{name}</b>
				)}
				<Menu
					align="end"
					trigger={<IconButton size="s" iconSize={14} icon={Ellipsis} label={t.more(name)} />}
					items={[
						{ label: t.rename, icon: Pencil, shortcut: 'F2', onSelect: () => does.onNaming(true) },
						{ label: t.duplicate, icon: Copy, onSelect: does.onDuplicate },
						{ type: 'separator' },
						{
							label: t.remove,
							icon: Trash2,
							danger: true,
							shortcut: 'Delete',
							onSelect: does.onRemove,
						},
					]}
				/>
			</div>
			<span className={styles.facts}>
				{t.tracks(info.trackCount)}, {sayWhen(info.savedAt)}
			</span>
		</li>
	);
}

/** Enter or leaving keeps the text, Escape gives it up. */
function NameField({
	label,
	name,
	onDone,
}: {
	readonly label: string;
	readonly name: string;
	onDone(name: string | undefined): void;
}) {
	const [draft, setDraft] = useState(name);
	const hasSettled = useRef(false);
	return (
		<input
			className={styles.field}
			aria-label={label}
			maxLength={200}
			value={draft}
			ref={selectAll}
			onChange={(event) => setDraft(event.currentTarget.value)}
			onBlur={({ currentTarget, relatedTarget }) => {
				// The menu that opened the field gives the focus back to its button as it closes.
				const isMenuClosing = !hasSettled.current && relatedTarget?.ariaHasPopup === 'menu';
				hasSettled.current = true;
				if (isMenuClosing) selectAll(currentTarget);
				else onDone(draft.trim());
			}}
			onKeyDown={(event) => {
				if (event.key === 'Enter') onDone(draft.trim());
				if (event.key === 'Escape') onDone(undefined);
			}}
		/>
	);
}

function selectAll(field: HTMLInputElement | null): void {
	field?.focus();
	field?.select();
}

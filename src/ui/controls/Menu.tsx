import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { formatShortcut } from '../shortcut/formatShortcut.ts';
import { Icon, type IconType } from './Icon.tsx';
import styles from './Menu.module.css';

export type MenuItem =
	| {
			readonly type?: 'item';
			readonly label: string;
			readonly icon?: IconType;
			readonly shortcut?: string;
			readonly danger?: boolean;
			readonly disabled?: boolean;
			readonly onSelect: () => void;
	  }
	| {
			readonly type: 'check';
			readonly label: string;
			readonly checked: boolean;
			readonly shortcut?: string;
			readonly disabled?: boolean;
			readonly onSelect: () => void;
	  }
	| { readonly type: 'separator' }
	| { readonly type: 'heading'; readonly label: string };

function rows(list: readonly MenuItem[]): ReactNode {
	const { Item, CheckboxItem, Separator, Label } = DropdownMenu;
	return list.map((item, index) => {
		const key = item.type === 'separator' ? `separator ${index}` : item.label;
		switch (item.type) {
			case 'separator':
				return <Separator key={key} className={styles.separator} />;
			case 'heading':
				return (
					<Label key={key} className={styles.heading}>
						{item.label}
					</Label>
				);
			case 'check':
				return (
					<CheckboxItem
						key={key}
						className={styles.item}
						checked={item.checked}
						disabled={item.disabled ?? false}
						onSelect={item.onSelect}
					>
						<span className={styles.mark}>{item.checked && <Icon of={Check} size={14} />}</span>
						<ItemWords label={item.label} shortcut={item.shortcut} />
					</CheckboxItem>
				);
			default:
				return (
					<Item
						key={key}
						className={styles.item}
						data-danger={item.danger ? '' : undefined}
						disabled={item.disabled ?? false}
						onSelect={item.onSelect}
					>
						<span className={styles.mark}>{item.icon && <Icon of={item.icon} size={14} />}</span>
						<ItemWords label={item.label} shortcut={item.shortcut} />
					</Item>
				);
		}
	});
}

function ItemWords({ label, shortcut }: { label: string; shortcut: string | undefined }) {
	return (
		<>
			<span className={styles.label}>{label}</span>
			{shortcut && (
				<span className={styles.keys} aria-hidden="true">
					{formatShortcut(shortcut)}
				</span>
			)}
		</>
	);
}

export interface MenuProps {
	/** The button that opens it; takes a ref and props. */
	readonly trigger: ReactElement;
	readonly items: readonly MenuItem[];
	readonly side?: 'top' | 'right' | 'bottom' | 'left';
	readonly align?: 'start' | 'center' | 'end';
	/** Open from the beginning: it was asked for before its code was here. */
	readonly defaultOpen?: boolean;
}

/** Commands behind a button. Not modal, so that Radix adds no scroll lock and no `style` element. */
export function Menu({
	trigger,
	items: list,
	side = 'bottom',
	align = 'start',
	defaultOpen = false,
}: MenuProps) {
	return (
		<DropdownMenu.Root modal={false} defaultOpen={defaultOpen}>
			<DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
			<Content side={side} align={align} sideOffset={4} list={list} />
		</DropdownMenu.Root>
	);
}

type ContentProps = DropdownMenu.DropdownMenuContentProps & { readonly list: readonly MenuItem[] };

function Content({ list, ...props }: ContentProps) {
	return (
		<DropdownMenu.Portal>
			<DropdownMenu.Content className={styles.menu} collisionPadding={8} loop {...props}>
				{rows(list)}
			</DropdownMenu.Content>
		</DropdownMenu.Portal>
	);
}

export interface MenuAtProps {
	/** CSS px of the window. */
	readonly at: { readonly x: number; readonly y: number };
	/** Its accessible name. */
	readonly label: string;
	readonly items: readonly MenuItem[];
	/** It was left or an item was chosen. */
	readonly onClose: () => void;
	/** Gets the focus back; default: what had it. */
	readonly returnTo?: HTMLElement | null;
}

/** Commands at a place of the window, open as long as it is mounted: a context menu. */
export function MenuAt({ at, label, items: list, onClose, returnTo }: MenuAtProps) {
	return (
		<DropdownMenu.Root modal={false} open onOpenChange={(isOpen) => !isOpen && onClose()}>
			<DropdownMenu.Trigger asChild>
				<span className={styles.place} style={{ left: at.x, top: at.y }} aria-hidden="true" />
			</DropdownMenu.Trigger>
			<Content
				side="right"
				align="start"
				aria-label={label}
				list={list}
				onContextMenu={(event) => event.preventDefault()}
				onCloseAutoFocus={(event) => {
					event.preventDefault();
					returnTo?.focus({ preventScroll: true });
				}}
			/>
		</DropdownMenu.Root>
	);
}

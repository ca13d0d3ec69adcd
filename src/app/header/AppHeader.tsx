import { ChevronDown, Ratio, Redo2, Server, Settings, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OutputFrame } from '#core/document/document.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Icon } from '#ui/controls/Icon.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import type { MenuItem } from '#ui/controls/Menu.tsx';
import { useText } from '#ui/text/useText.tsx';
import styles from './AppHeader.module.css';
import { DeferredMenu, DeferredPopover, type Popups } from './HeaderPopups.tsx';
import { Logo } from './Logo.tsx';
import { ShotName } from './ShotName.tsx';

export interface AppHeaderProps {
	readonly shotName: string;
	readonly frame: OutputFrame;
	readonly hasImage: boolean;
	/** Whether the shot is stored. */
	readonly saveMark: ReactNode;
	/** What the next undo or redo would do; undefined: nothing. */
	readonly undoLabel: string | undefined;
	readonly redoLabel: string | undefined;
	/** Why Generate is not to be pressed; undefined: it is. */
	readonly generateBlocked: string | undefined;
	readonly popups: Popups;
	readonly menu: readonly MenuItem[];
	readonly settingsMenu: readonly MenuItem[];
	readonly frameSettings: ReactNode;
	/** The steps that can be gone to. */
	readonly history: ReactNode;
	readonly engineSelect: ReactNode;
	/** A phone: settings and connection move into the shot menu, frame and engine into the shot panel. */
	readonly isCompact: boolean;
	onRename(name: string): void;
	onUndo(): void;
	onRedo(): void;
	onConnect(): void;
	onGenerate(): void;
	/** Generate pressed while it is blocked: shows the reason. */
	onBlockedGenerate(): void;
}

/** The bar on top: the shot, undo, the output frame, the engine and the one primary button. */
export function AppHeader(props: AppHeaderProps) {
	const text = useText();
	const t = text.app.header;
	const { frame, isCompact } = props;
	const menu: readonly MenuItem[] = isCompact
		? [
				...props.menu,
				{ type: 'separator' },
				{ label: t.connect, icon: Server, onSelect: props.onConnect },
				...props.settingsMenu,
			]
		: props.menu;
	return (
		<header className={styles.header}>
			<div className={styles.side}>
				<Logo />
				<ShotName name={props.shotName} onRename={props.onRename} />
				<DeferredMenu
					popups={props.popups}
					trigger={<IconButton label={t.menu} icon={ChevronDown} size="s" iconSize={14} />}
					items={menu}
				/>
				{!isCompact && (
					<>
						{props.saveMark}
						<span className={styles.rule} aria-hidden />
					</>
				)}
				<IconButton
					label={text.common.undo}
					icon={Undo2}
					shortcut="Mod+Z"
					disabled={!props.undoLabel}
					onClick={props.onUndo}
				/>
				<IconButton
					label={text.common.redo}
					icon={Redo2}
					shortcut="Mod+Shift+Z"
					disabled={!props.redoLabel}
					onClick={props.onRedo}
				/>
				{!isCompact && (
					<DeferredPopover
						popups={props.popups}
						label={t.history}
						trigger={<IconButton label={t.history} icon={ChevronDown} size="xs" iconSize={12} />}
					>
						{props.history}
					</DeferredPopover>
				)}
			</div>
			{props.hasImage && !isCompact && (
				<DeferredPopover
					popups={props.popups}
					label={t.frameSettings}
					align="center"
					trigger={
						<button type="button" className={styles.frame}>
							<Icon of={Ratio} />
							<span className="visually-hidden">{`${t.frameSettings}: `}</span>
							<span>{t.frame(frame.width, frame.height)}</span>
							<span className={styles.meta}>{t.frames(frame.length)}</span>
							<span className={styles.meta}>{t.fps(frame.fps)}</span>
							<Icon of={ChevronDown} size={14} />
						</button>
					}
				>
					{props.frameSettings}
				</DeferredPopover>
			)}
			<div className={styles.side} data-end>
				{!isCompact && (
					<>
						<IconButton label={t.connect} icon={Server} onClick={props.onConnect} />
						<DeferredMenu
							popups={props.popups}
							trigger={<IconButton label={t.settings} icon={Settings} />}
							items={props.settingsMenu}
							align="end"
						/>
						{props.engineSelect}
					</>
				)}
				<Button
					variant="primary"
					shortcut={isCompact ? undefined : 'Mod+Enter'}
					aria-disabled={props.generateBlocked !== undefined}
					tooltip={props.generateBlocked}
					onClick={props.generateBlocked ? props.onBlockedGenerate : props.onGenerate}
				>
					{t.generate}
				</Button>
			</div>
		</header>
	);
}

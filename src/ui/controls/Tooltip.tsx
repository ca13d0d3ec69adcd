import { Tooltip as RadixTooltip } from 'radix-ui';
import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { formatShortcut } from '../shortcut/formatShortcut.ts';
import styles from './Tooltip.module.css';

const Provided = createContext(false);

/** Put once round the app: after one tooltip the next opens at once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
	return (
		<Provided.Provider value={true}>
			<RadixTooltip.Provider delayDuration={500} skipDelayDuration={300}>
				{children}
			</RadixTooltip.Provider>
		</Provided.Provider>
	);
}

export interface TooltipProps {
	/** Nothing: no tooltip. */
	readonly content: ReactNode;
	/** `Mod+Z`, written beside the words. */
	readonly shortcut?: string | undefined;
	readonly side?: 'top' | 'right' | 'bottom' | 'left';
	/** One element that takes a ref and props. */
	readonly children: ReactElement;
}

/** Says what a control does, on hover after half a second and on keyboard focus. Never the only place of a text. */
export function Tooltip(props: TooltipProps) {
	const provided = useContext(Provided);
	if (!props.content) return props.children;
	return provided ? <Tip {...props} /> : <TooltipProvider>{<Tip {...props} />}</TooltipProvider>;
}

function Tip({ content, shortcut, side = 'bottom', children }: TooltipProps) {
	return (
		<RadixTooltip.Root>
			<RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
			<RadixTooltip.Portal>
				<RadixTooltip.Content
					className={styles.tooltip}
					side={side}
					sideOffset={6}
					collisionPadding={8}
				>
					{content}
					{shortcut && <kbd className={styles.keys}>{formatShortcut(shortcut)}</kbd>}
				</RadixTooltip.Content>
			</RadixTooltip.Portal>
		</RadixTooltip.Root>
	);
}

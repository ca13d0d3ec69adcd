import { Tooltip as RadixTooltip } from 'radix-ui';
import {
	createContext,
	type FocusEvent,
	type ReactElement,
	type ReactNode,
	type RefObject,
	useContext,
	useEffect,
	useRef,
} from 'react';
import { formatShortcut } from '../shortcut/formatShortcut.ts';
import styles from './Tooltip.module.css';

/** Whether the last press was of a key; null: there is no provider. */
const ByKey = createContext<RefObject<boolean> | null>(null);

/** Put once round the app: after one tooltip the next opens at once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
	const byKey = useRef(false);
	useEffect(() => {
		const note = ({ type }: Event) => {
			byKey.current = type === 'keydown';
		};
		const kinds = ['keydown', 'pointerdown'];
		for (const kind of kinds) addEventListener(kind, note, true);
		return () => {
			for (const kind of kinds) removeEventListener(kind, note, true);
		};
	}, []);
	return (
		<ByKey.Provider value={byKey}>
			<RadixTooltip.Provider delayDuration={500} skipDelayDuration={300}>
				{children}
			</RadixTooltip.Provider>
		</ByKey.Provider>
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
	const provider = useContext(ByKey);
	if (!props.content) return props.children;
	return provider ? <Tip {...props} /> : <TooltipProvider>{<Tip {...props} />}</TooltipProvider>;
}

function Tip({ content, shortcut, side = 'bottom', children }: TooltipProps) {
	const byKey = useContext(ByKey);
	// A menu that was closed by a click gives the focus back: that calls for no tooltip.
	const keepShut = (event: FocusEvent) => {
		if (!byKey?.current) event.preventDefault();
	};
	return (
		<RadixTooltip.Root>
			<RadixTooltip.Trigger asChild onFocus={keepShut}>
				{children}
			</RadixTooltip.Trigger>
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

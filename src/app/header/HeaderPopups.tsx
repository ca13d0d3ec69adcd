import { cloneElement, type MouseEvent, type ReactElement, useState } from 'react';
import type { MenuProps } from '#ui/controls/Menu.tsx';
import type { PopoverProps } from '#ui/controls/Popover.tsx';
import type { popups } from './popups.ts';

/** The controls that open; undefined while their code travels, which it does after the canvas is drawn. */
export type Popups = typeof popups | undefined;

type Trigger = ReactElement<{ onClick?: (event: MouseEvent) => void }>;

/** A menu whose button stands there at once; pressed too early it opens as soon as it can. */
export function DeferredMenu({ popups, ...menu }: MenuProps & { readonly popups: Popups }) {
	const [isWanted, setWanted] = useState(false);
	if (popups) return <popups.Menu {...menu} defaultOpen={isWanted} />;
	return cloneElement(menu.trigger as Trigger, { onClick: () => setWanted(true) });
}

/** The same for a popover. */
export function DeferredPopover({
	popups,
	...popover
}: PopoverProps & { readonly popups: Popups }) {
	const [isWanted, setWanted] = useState(false);
	if (popups) return <popups.Popover {...popover} defaultOpen={isWanted} />;
	return cloneElement(popover.trigger as Trigger, { onClick: () => setWanted(true) });
}

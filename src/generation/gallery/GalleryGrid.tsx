import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { GalleryCard } from './GalleryCard.tsx';
import styles from './GalleryGrid.module.css';
import type { GalleryItem } from './galleryItems.ts';
import {
	extendSelection,
	movedTo,
	type Selection,
	selectAll,
	selectOnly,
	toggleSelected,
} from './selection.ts';
import { useGalleryText } from './useGalleryText.ts';

export interface GalleryGridProps {
	/** In the order shown. */
	readonly items: readonly GalleryItem[];
	readonly selection: Selection;
	readonly onSelect: (selection: Selection) => void;
	readonly onOpen: (id: string) => void;
	/** Of all that are selected. */
	readonly onStars: (stars: number) => void;
	readonly onRemove: () => void;
	readonly renderThumb: (item: GalleryItem, playing: boolean) => ReactNode;
	readonly renderScore: (jobId: string) => ReactNode;
	/** Set: the focus goes to the active card when it is next drawn. */
	readonly wantsFocus: RefObject<boolean>;
}

/**
 * The cards: a list box of which several can be selected. Arrows, Home and End go and select, with Shift a stretch, with Ctrl
 * they only go; Space selects or unselects, 0 to 5 give stars, Enter opens, Delete deletes.
 */
export function GalleryGrid(props: GalleryGridProps) {
	const { items, selection, onSelect, onOpen, wantsFocus } = props;
	const t = useGalleryText();
	const grid = useRef<HTMLDivElement>(null);
	const order = items.map(({ job }) => job.id);
	const tabStop = selection.active ?? order[0];

	useLayoutEffect(() => {
		if (!wantsFocus.current) return;
		wantsFocus.current = false;
		grid.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
	});

	const onKeyDown = (event: KeyboardEvent) => {
		const id = (event.target as HTMLElement).dataset.job;
		if (id === undefined || event.altKey) return;
		const { key, shiftKey } = event;
		const isMod = event.ctrlKey || event.metaKey;
		const next = movedTo(key, order, id, columnsOf(grid.current));
		if (next !== undefined) {
			wantsFocus.current = true;
			if (shiftKey)
				onSelect(extendSelection({ ...selection, anchor: selection.anchor ?? id }, order, next));
			else onSelect(isMod ? { ...selection, active: next } : selectOnly(next));
		} else if (isMod && key.toLowerCase() === 'a') onSelect(selectAll(selection, order));
		else if (isMod) return;
		else if (key === ' ') onSelect(toggleSelected(selection, id));
		else if (key === 'Enter') onOpen(id);
		else if (/^[0-5]$/.test(key)) {
			// A new place in the order takes the focus away.
			wantsFocus.current = true;
			props.onStars(Number(key));
		} else if (key === 'Delete' || key === 'Backspace') props.onRemove();
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<div
			ref={grid}
			role="listbox"
			aria-label={t.list}
			aria-multiselectable="true"
			className={styles.grid}
			onKeyDown={onKeyDown}
		>
			{items.map((item) => {
				const { id } = item.job;
				return (
					<GalleryCard
						key={id}
						item={item}
						isSelected={selection.ids.has(id)}
						isTabStop={id === tabStop}
						renderThumb={props.renderThumb}
						renderScore={props.renderScore}
						onPick={({ shiftKey, ctrlKey, metaKey }) => {
							wantsFocus.current = true;
							if (shiftKey) onSelect(extendSelection(selection, order, id));
							else if (ctrlKey || metaKey) onSelect(toggleSelected(selection, id));
							else onSelect(selectOnly(id));
						}}
						onToggle={() => onSelect(toggleSelected(selection, id))}
						onOpen={() => onOpen(id)}
					/>
				);
			})}
		</div>
	);
}

/** How many cards stand beside each other. */
function columnsOf(grid: HTMLElement | null): number {
	const cards = [...(grid?.children ?? [])] as HTMLElement[];
	const top = cards[0]?.offsetTop;
	return Math.max(1, cards.filter(({ offsetTop }) => offsetTop === top).length);
}

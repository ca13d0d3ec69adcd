import { useState } from 'react';
import { keepShown, nothingSelected, type Selection } from './selection.ts';

/** What is selected of what is shown; when that changes, what is gone from it is unselected. @param order Ids. */
export function useGallerySelection(
	order: readonly string[],
): readonly [Selection, (selection: Selection) => void] {
	const [selection, setSelection] = useState(nothingSelected);
	const [seen, setSeen] = useState(order);
	if (seen.join() !== order.join()) {
		setSeen(order);
		setSelection(keepShown(selection, seen, order));
	}
	return [selection, setSelection];
}

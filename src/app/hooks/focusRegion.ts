const focusable =
	'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]';

/** Puts the focus into the next (1) or previous (-1) part of the window: header, tools, canvas, inspector, timeline, results. */
export function focusRegion(page: Document, by: 1 | -1): void {
	const parts = [...(page.querySelector('main')?.parentElement?.children ?? [])].flatMap((part) => {
		const target = firstFocus(part);
		return target ? [{ part, target }] : [];
	});
	const at = parts.findIndex(({ part }) => part.contains(page.activeElement));
	const start = at < 0 && by < 0 ? 0 : at;
	parts[(start + by + parts.length) % parts.length]?.target.focus();
}

/** The canvas before its own bars, else the first thing that takes the focus and can be seen. */
function firstFocus(part: Element): HTMLElement | undefined {
	const canvas = part.querySelector<HTMLElement>('[role="application"]');
	if (canvas) return canvas;
	return [...part.querySelectorAll<HTMLElement>(focusable)].find(
		(element) => element.tabIndex >= 0 && element.getClientRects().length > 0,
	);
}

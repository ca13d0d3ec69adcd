import type { Option } from './Listbox.tsx';

/**
 * Where the keyboard goes in a list: arrows by one, Page keys by ten, Home and End; disabled options are stepped over.
 * @returns the new index, or undefined when the key moves nothing.
 */
export function moveActive(
	key: string,
	active: number,
	options: readonly Option[],
): number | undefined {
	const last = options.length - 1;
	if (last < 0) return undefined;
	const seek = (from: number, by: 1 | -1): number => {
		for (let i = from; i >= 0 && i <= last; i += by) if (!options[i]?.disabled) return i;
		return active;
	};
	switch (key) {
		case 'ArrowDown':
			return seek(active + 1, 1);
		case 'ArrowUp':
			return active < 0 ? seek(last, -1) : seek(active - 1, -1);
		case 'PageDown':
			return seek(Math.min(last, active + 10), -1);
		case 'PageUp':
			return seek(Math.max(0, active - 10), 1);
		case 'Home':
			return seek(0, 1);
		case 'End':
			return seek(last, -1);
		default:
			return undefined;
	}
}

/** The option that typed letters mean: from `active` on, a repeated letter goes to the next one. */
export function findTyped(typed: string, active: number, options: readonly Option[]): number {
	const same = typed.length > 1 && [...typed].every((c) => c === typed[0]);
	const word = (same ? typed[0]! : typed).toLowerCase();
	const start = typed.length === 1 || same ? active + 1 : Math.max(0, active);
	for (let i = 0; i < options.length; i++) {
		const at = (start + i) % options.length;
		const option = options[at]!;
		if (!option.disabled && option.label.toLowerCase().startsWith(word)) return at;
	}
	return -1;
}

import { useEffect, useRef, useState } from 'react';

const SHOWN_MS = 2000;

/** Copies text; `copied` holds what was copied for two seconds. Works on plain-http pages too, where there is no clipboard API. */
export function useCopy(): { readonly copied: string | undefined; copy(text: string): void } {
	const [copied, setCopied] = useState<string>();
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);
	const done = (text: string) => {
		setCopied(text);
		clearTimeout(timer.current);
		timer.current = setTimeout(() => setCopied(undefined), SHOWN_MS);
	};
	return {
		copied,
		copy(text) {
			const fallback = () => copyBySelection(text) && done(text);
			if (!navigator.clipboard) fallback();
			else navigator.clipboard.writeText(text).then(() => done(text), fallback);
		},
	};
}

function copyBySelection(text: string): boolean {
	const area = document.createElement('textarea');
	area.value = text;
	area.className = 'visually-hidden';
	// Inside an open dialog, whose focus trap would take the selection back.
	(document.querySelector('[role="dialog"]') ?? document.body).append(area);
	area.select();
	const copied = document.execCommand('copy');
	area.remove();
	return copied;
}

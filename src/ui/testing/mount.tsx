import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** Renders into the page for a test. @returns what takes it away again: give it to `onTestFinished`. */
export function mount(children: ReactNode): () => void {
	const host = document.createElement('div');
	document.body.append(host);
	const root = createRoot(host);
	flushSync(() => root.render(children));
	return () => {
		root.unmount();
		host.remove();
	};
}

import {
	type HostMessage,
	type OpenMessage,
	type Said,
	say,
	studioMessageSchema,
	type UseMessage,
} from '../../src/app/embed/embedMessages.ts';

export interface EditorDialogOptions {
	/** The built app's page, of this very origin. */
	readonly page: URL;
	/** Its name for assistive technology. */
	readonly label: string;
	/** Asked each time the editor is ready, a reload inside it included. */
	read(): Said<OpenMessage>;
	/** Whether the tracks are in the node now. */
	use(given: UseMessage): boolean;
}

/**
 * Opens the editor over ComfyUI's page, filling it; gone when the editor says so. What does not come from its frame, from this
 * origin and in the form agreed is not heard.
 */
export function openEditorDialog({ page, label, read, use }: EditorDialogOptions): void {
	const dialog = document.createElement('dialog');
	const frame = document.createElement('iframe');
	dialog.setAttribute('aria-label', label);
	// The page's own styles must not reach it, and a policy may refuse style attributes in markup.
	Object.assign(dialog.style, {
		width: '100vw',
		height: '100vh',
		maxWidth: 'none',
		maxHeight: 'none',
		margin: '0',
		padding: '0',
		border: '0',
		background: '#16181d',
	});
	Object.assign(frame.style, { width: '100%', height: '100%', border: '0', display: 'block' });
	frame.title = label;
	frame.src = page.href;
	frame.allow = 'clipboard-read; clipboard-write; fullscreen';
	const answer = (message: Said<HostMessage>) => {
		if (frame.contentWindow) say(frame.contentWindow, page.origin, message);
	};
	const listen = (event: MessageEvent<unknown>) => {
		if (event.source !== frame.contentWindow || event.origin !== page.origin) return;
		const { data } = studioMessageSchema.safeParse(event.data);
		switch (data?.kind) {
			case 'ready':
				return answer(read());
			case 'use':
				return answer({ kind: use(data) ? 'used' : 'notUsed' });
			case 'close':
				return close();
		}
	};
	const close = () => {
		window.removeEventListener('message', listen);
		dialog.close();
		dialog.remove();
	};
	// Escape belongs to the editor: a press outside its frame must not throw the drawing away.
	dialog.addEventListener('cancel', (event) => event.preventDefault());
	window.addEventListener('message', listen);
	dialog.append(frame);
	document.body.append(dialog);
	dialog.showModal();
	frame.focus();
}

import type { BinaryFrame } from '../protocol/parseBinaryFrame.ts';
import type { SocketMessage } from '../protocol/parseSocketMessage.ts';

export interface PreviewPicture {
	readonly bytes: Uint8Array;
	readonly mediaType: string;
}

/** Decides which preview pictures on a socket belong to one run. */
export interface PreviewFilter {
	onMessage(message: SocketMessage): void;
	/** A new socket knows nothing of what ran before. */
	onOpen(): void;
	/** The picture, if it is ours. */
	accept(frame: BinaryFrame): PreviewPicture | undefined;
}

/**
 * Event 4 names its run. Event 1 names none, and those of runs that were posted without a client id reach every socket:
 * it counts only between our own `executing` messages.
 */
export function createPreviewFilter(promptId: string): PreviewFilter {
	let ours = false;
	return {
		onOpen: () => {
			ours = false;
		},
		onMessage: (message) => {
			if (message.type === 'executing')
				ours = message.promptId === promptId && message.node !== null;
			else if (message.type === 'executionStart' && message.promptId !== promptId) ours = false;
		},
		accept: (frame) => {
			if (frame.type === 'text') return undefined;
			const mine = frame.type === 'preview' ? ours : frame.promptId === promptId;
			return mine ? { bytes: frame.bytes, mediaType: frame.mediaType } : undefined;
		},
	};
}

import { countFrames } from '#media/browser/animationFrames.ts';
import { mediaTypes, sniffFile } from '#media/picture/sniffFile.ts';
import type { Messages } from '#text/messages.ts';
import type { Toasts } from '#ui/controls/createToasts.ts';
import { videoTracksText } from './videoTracksText.ts';

/**
 * Offers the tracks of a file that was dropped, when it is a video or a picture that moves; says nothing of others.
 * @returns whether it was offered.
 */
export async function offerClip(
	{ text, toasts }: { readonly text: Messages; readonly toasts: Toasts },
	file: File,
	onTake: (file: File) => void,
): Promise<boolean> {
	if (!(await moves(file))) return false;
	const t = videoTracksText(text);
	toasts.show({
		title: t.offer(file.name),
		action: { label: t.offerAction, onAction: () => onTake(file) },
	});
	return true;
}

async function moves(file: File): Promise<boolean> {
	const head = sniffFile(new Uint8Array(await file.slice(0, 4096).arrayBuffer()));
	if (head.kind === 'other') return head.what === 'video';
	if (head.kind !== 'picture' || head.format === 'jpeg') return false;
	return (await countFrames(new Uint8Array(await file.arrayBuffer()), mediaTypes[head.format])) > 1;
}

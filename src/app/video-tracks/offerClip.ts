import { countFrames } from '#media/browser/animationFrames.ts';
import { mediaTypes, sniffFile } from '#media/picture/sniffFile.ts';
import type { Messages } from '#text/messages.ts';
import type { Toasts } from '#ui/controls/createToasts.ts';
import { videoTracksText } from './videoTracksText.ts';

/**
 * A video that was dropped is opened to take tracks from it; of a picture that moves they are offered; nothing is said of
 * others.
 * @returns whether it is a video.
 */
export async function offerClip(
	{ text, toasts }: { readonly text: Messages; readonly toasts: Toasts },
	file: File,
	onTake: (file: File) => void,
): Promise<boolean> {
	const head = sniffFile(new Uint8Array(await file.slice(0, 4096).arrayBuffer()));
	if (head.kind === 'other' && head.what === 'video') {
		onTake(file);
		return true;
	}
	if (head.kind !== 'picture' || head.format === 'jpeg') return false;
	const bytes = new Uint8Array(await file.arrayBuffer());
	if ((await countFrames(bytes, mediaTypes[head.format])) < 2) return false;
	const t = videoTracksText(text);
	toasts.show({
		title: t.offer(file.name),
		action: { label: t.titleOfThis, onAction: () => onTake(file) },
	});
	return false;
}

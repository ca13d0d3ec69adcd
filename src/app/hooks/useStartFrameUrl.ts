import { useEffect, useState } from 'react';
import type { WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { useObjectUrl } from '#generation/jobs/useObjectUrl.ts';
import { renderStartFrame } from '#media/browser/renderStartFrame.ts';
import type { PictureStore } from '../studio/createPictureStore.ts';

/** Longest side of the small copy, px. */
const LONG_SIDE = 640;

/** Address of a small copy of what a shot's frame shows of its picture; undefined until it is made, or when it is gone. */
export function useStartFrameUrl(
	pictures: PictureStore,
	document: Pick<WanDocument, 'image' | 'frame'>,
): string | undefined {
	const [png, setPng] = useState<Uint8Array>();
	const { image, frame } = document;
	useEffect(() => {
		let isWanted = true;
		setPng(undefined);
		void smallFrame(pictures, { image, frame }).then(
			(bytes) => isWanted && setPng(bytes),
			() => undefined,
		);
		return () => {
			isWanted = false;
		};
	}, [pictures, image, frame]);
	return useObjectUrl(png, 'image/png');
}

async function smallFrame(
	pictures: PictureStore,
	{ image, frame }: Pick<WanDocument, 'image' | 'frame'>,
): Promise<Uint8Array | undefined> {
	const stored = image && (await pictures.bytesOf(image.sha256));
	if (!image || !stored) return undefined;
	const scale = Math.min(1, LONG_SIDE / Math.max(frame.width, frame.height));
	const { rect } = createFrameMapping(image, frame);
	const small = await renderStartFrame(
		stored,
		rect,
		Math.max(1, Math.round(frame.width * scale)),
		Math.max(1, Math.round(frame.height * scale)),
	);
	return small.png;
}

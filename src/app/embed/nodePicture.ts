import type { OutputFrame } from '#core/document/document.ts';
import { serverOfPage } from '../platform/serverOfPage.ts';
import type { OpenMessage } from './embedMessages.ts';

/** The picture that a node's start image comes from; undefined: none is connected, or the server does not have it. */
export async function fetchNodePicture(
	picture: OpenMessage['picture'],
): Promise<{ readonly blob: Blob; readonly name: string } | undefined> {
	if (!picture) return undefined;
	const query = new URLSearchParams(picture);
	try {
		const answer = await fetch(`${serverOfPage(location.href)}/view?${query}`);
		return answer.ok ? { blob: await answer.blob(), name: picture.filename } : undefined;
	} catch {
		return undefined;
	}
}

const GREY = '#3a3d44';
const LINE = '#4a4e57';
const STEP = 40;

/** Squared paper of the output's size: something to draw on until a picture is connected. */
export async function squaredPaper({ width, height }: Pick<OutputFrame, 'width' | 'height'>) {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d')!;
	context.fillStyle = GREY;
	context.fillRect(0, 0, width, height);
	context.fillStyle = LINE;
	for (let x = STEP; x < width; x += STEP) context.fillRect(x, 0, 1, height);
	for (let y = STEP; y < height; y += STEP) context.fillRect(0, y, width, 1);
	return canvas.convertToBlob({ type: 'image/png' });
}

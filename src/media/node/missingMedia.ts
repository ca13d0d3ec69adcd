import { installLine } from './installLine.ts';
import { loadCanvas, loadVideoCodecs } from './optionalPackages.ts';

/**
 * What is not installed of the optional packages that pictures and videos need in Node.
 * @param needs `video` needs both packages, `picture` only the one for pictures.
 * @returns A plain sentence with the one line that installs it all; undefined when nothing is missing.
 */
export async function missingMedia(needs: 'picture' | 'video'): Promise<string | undefined> {
	const canvas = await loadCanvas();
	const codecs = needs === 'video' ? await loadVideoCodecs() : undefined;
	const missing = [
		...(canvas.ok ? [] : ['@napi-rs/canvas']),
		...(codecs === undefined || codecs.ok ? [] : ['@mediabunny/server']),
	];
	if (missing.length === 0) return undefined;
	return `Optional packages are not installed here: ${installLine(missing)}`;
}

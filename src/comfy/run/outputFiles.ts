import type { ServerFile } from '../client/createComfyClient.ts';

const videoExtensions: Readonly<Record<string, string>> = {
	mp4: 'video/mp4',
	m4v: 'video/mp4',
	mov: 'video/quicktime',
	webm: 'video/webm',
	mkv: 'video/x-matroska',
	webp: 'image/webp',
};

/** Lower-case extension without the dot; '' when there is none. */
export function extensionOf(filename: string): string {
	const dot = filename.lastIndexOf('.');
	return dot < 0 ? '' : filename.slice(dot + 1).toLowerCase();
}

/** The media type of a file name that is a video's, else undefined. */
export const videoMediaType = (filename: string): string | undefined => {
	const extension = extensionOf(filename);
	return Object.hasOwn(videoExtensions, extension) ? videoExtensions[extension] : undefined;
};

/**
 * The video of a finished run among its outputs: every list under any key of any node is looked through, because
 * SaveVideo reports its video as `images`, others as `gifs` or `videos`. Decided by extension, a WebP by its node's word that
 * it moves (`animated: [true]`, or the list `gifs`); our own save node goes first, then saved files before temporary
 * ones, then the order given.
 */
export function findVideoFile(outputs: unknown, saveNode: string): ServerFile | undefined {
	const found = listFiles(outputs).filter(
		({ file, isAnimated }) =>
			videoMediaType(file.filename) && (isAnimated || extensionOf(file.filename) !== 'webp'),
	);
	const rank = ({ node, file }: (typeof found)[number]): number =>
		(node === saveNode ? 0 : 2) + (file.type === 'output' ? 0 : 1);
	return found.sort((a, b) => rank(a) - rank(b))[0]?.file;
}

interface ListedFile {
	readonly node: string;
	readonly file: ServerFile;
	/** Its node says so. */
	readonly isAnimated: boolean;
}

function listFiles(outputs: unknown): ListedFile[] {
	if (!isRecord(outputs)) return [];
	return Object.entries(outputs).flatMap(([node, output]) => {
		if (!isRecord(output)) return [];
		const { animated } = output;
		const saysSo = Array.isArray(animated) && animated[0] === true;
		return Object.entries(output).flatMap(([key, list]) =>
			(Array.isArray(list) ? list : []).flatMap((item: unknown) => {
				const file = readFile(item);
				return file ? [{ node, file, isAnimated: saysSo || key === 'gifs' }] : [];
			}),
		);
	});
}

function readFile(item: unknown): ServerFile | undefined {
	if (!isRecord(item) || typeof item.filename !== 'string' || item.filename === '')
		return undefined;
	return {
		filename: item.filename,
		subfolder: typeof item.subfolder === 'string' ? item.subfolder : '',
		type: typeof item.type === 'string' ? item.type : 'output',
	};
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

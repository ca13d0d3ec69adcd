import { useEffect, useState } from 'react';
import { documentSchema } from '#core/document/document.ts';
import { giveBackLater } from '#generation/jobs/useObjectUrl.ts';
import type { ProjectInfo, ProjectThumb } from '../persistence/projectRecord.ts';
import type { Studio } from '../studio/createStudio.ts';
import { renderShotPicture } from './renderShotPicture.ts';

/** Pixels: a card is half as wide, screens are twice as sharp. */
const WIDTH = 400;

type Parts = Pick<Studio, 'database' | 'pictures'>;

/**
 * Addresses of small pictures of projects, by id; null: it has none. They come one after the other: those kept are read, those
 * of projects that have changed since are drawn anew and kept.
 */
export function useThumbUrls(
	{ database, pictures }: Parts,
	infos: readonly ProjectInfo[] | undefined,
): ReadonlyMap<string, string | null> {
	const [urls, setUrls] = useState<ReadonlyMap<string, string | null>>(new Map());
	useEffect(() => {
		if (!infos) return;
		let isWanted = true;
		const made: string[] = [];
		const readAll = async () => {
			const found = new Map<string, string | null>();
			for (const info of infos) {
				const thumb = await thumbOf({ database, pictures }, info).catch(() => undefined);
				if (!isWanted) return;
				const blob = thumb && new Blob([thumb.bytes as BlobPart], { type: thumb.mediaType });
				const url = blob ? URL.createObjectURL(blob) : null;
				if (url) made.push(url);
				found.set(info.id, url);
				setUrls(new Map(found));
			}
		};
		void readAll();
		return () => {
			isWanted = false;
			giveBackLater(() => {
				for (const url of made) URL.revokeObjectURL(url);
			});
		};
	}, [database, pictures, infos]);
	return urls;
}

async function thumbOf(
	{ database: { projects }, pictures }: Parts,
	{ id, revision }: ProjectInfo,
): Promise<ProjectThumb | undefined> {
	const kept = await projects.getThumb(id);
	if (kept?.revision === revision) return kept;
	const stored = await projects.load(id);
	const parsed = documentSchema.safeParse(stored?.document);
	if (!stored || !parsed.success) return undefined;
	const { frame } = parsed.data;
	const width = Math.min(WIDTH, Math.round((WIDTH * frame.width) / frame.height));
	const height = Math.max(1, Math.round((width * frame.height) / frame.width));
	const options = { width, height, withTracks: true };
	const canvas = await renderShotPicture(pictures, parsed.data, options);
	if (!canvas) return undefined;
	const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
	const bytes = new Uint8Array(await blob.arrayBuffer());
	const thumb = { revision: stored.info.revision, bytes, mediaType: blob.type };
	// It is drawn again when there was no room for it.
	await projects.putThumb(id, thumb).catch(() => undefined);
	return thumb;
}

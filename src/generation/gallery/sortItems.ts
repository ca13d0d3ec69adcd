import type { GalleryItem } from './galleryItems.ts';

export const gallerySorts = ['newest', 'adherence', 'stars'] as const;
export type GallerySort = (typeof gallerySorts)[number];

/** Best first; the same of two is told by the newer one. What was not measured comes after what was. */
export function sortItems(items: readonly GalleryItem[], sort: GallerySort): GalleryItem[] {
	const rank: Readonly<Record<GallerySort, (item: GalleryItem) => number>> = {
		newest: () => 0,
		adherence: ({ score }) => score ?? -1,
		stars: ({ marks }) => marks.stars,
	};
	const of = rank[sort];
	return [...items].sort(
		(a, b) => of(b) - of(a) || b.job.createdAt - a.job.createdAt || b.job.number - a.job.number,
	);
}

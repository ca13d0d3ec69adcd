import type { Job } from '#jobs/job.ts';
import type { GalleryItem } from './galleryItems.ts';

export interface GalleryFilter {
	/** Words that must all be found in the name, the prompt, the shot's name, the tags or the note; whatever their case. */
	readonly text: string;
	/** Empty: any or none. */
	readonly tag: string;
	/** 0: any. */
	readonly minStars: number;
	readonly engine: 'all' | Job['engine'];
	readonly of: 'project' | 'all';
}

export const noFilter: GalleryFilter = {
	text: '',
	tag: '',
	minStars: 0,
	engine: 'all',
	of: 'project',
};

/** The project on the canvas. */
export interface GalleryProject {
	readonly id: string;
	/** Of its start image. */
	readonly sha256: string | undefined;
}

/** Whether a job is of a project. One of an earlier version names none: it is of those that show its picture. */
export const isOfProject = (
	{ projectId, document: { image } }: Pick<Job, 'projectId' | 'document'>,
	project: GalleryProject,
): boolean =>
	projectId === undefined
		? image !== null && image.sha256 === project.sha256
		: projectId === project.id;

/** Those that pass all of the filter, in their order. */
export function filterItems(
	items: readonly GalleryItem[],
	filter: GalleryFilter,
	project: GalleryProject,
): GalleryItem[] {
	const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
	const tag = filter.tag.toLowerCase();
	return items.filter((item) => {
		const { job, marks } = item;
		return (
			(filter.of === 'all' || isOfProject(job, project)) &&
			(filter.engine === 'all' || job.engine === filter.engine) &&
			marks.stars >= filter.minStars &&
			(tag === '' || marks.tags.some((one) => one.toLowerCase() === tag)) &&
			(words.length === 0 || hasWords(item, words))
		);
	});
}

function hasWords({ name, job, marks }: GalleryItem, words: readonly string[]): boolean {
	const { document } = job;
	const text = [name, document.name, document.shot.prompt, ...marks.tags, marks.note]
		.join('\n')
		.toLowerCase();
	return words.every((word) => text.includes(word));
}

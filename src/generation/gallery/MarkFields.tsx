import type { Job } from '#jobs/job.ts';
import { markLimits, parseTags, type ResultMarks } from '#jobs/marks/resultMarks.ts';
import { TextArea } from '#ui/controls/TextArea.tsx';
import { TextField } from '#ui/controls/TextField.tsx';
import styles from './GalleryDetails.module.css';
import type { GalleryItem } from './galleryItems.ts';
import { StarRating } from './StarRating.tsx';
import { useGalleryText } from './useGalleryText.ts';

/** Writes marks of a job; those that are not named stay. */
export type MarkJob = (id: Job['id'], patch: Partial<ResultMarks>) => void;

/** Stars, tags and note of one result; of several the stars, and tags that all of them get. */
export function MarkFields({
	items,
	onMark,
}: {
	readonly items: readonly [GalleryItem, ...GalleryItem[]];
	readonly onMark: MarkJob;
}) {
	const t = useGalleryText();
	const [first, ...others] = items;
	const { stars, tags, note } = first.marks;
	const isOne = others.length === 0;
	const markAll = (patch: (item: GalleryItem) => Partial<ResultMarks>) => {
		for (const item of items) onMark(item.job.id, patch(item));
	};
	return (
		<div className={styles.fields}>
			<StarRating
				stars={others.every(({ marks }) => marks.stars === stars) ? stars : null}
				onChange={(next) => markAll(() => ({ stars: next }))}
			/>
			<TextField
				key={`tags ${items.map(({ job }) => job.id).join(' ')}`}
				label={isOne ? t.tags : t.addTags}
				placement="above"
				hint={t.tagsHint}
				value={isOne ? tags.join(', ') : ''}
				onCommit={(text) =>
					markAll(({ marks }) => ({
						tags: parseTags(isOne ? text : [...marks.tags, text].join(',')),
					}))
				}
			/>
			{isOne && (
				<TextArea
					key={`note ${first.job.id}`}
					label={t.note}
					placement="above"
					maxLength={markLimits.noteLength}
					value={note}
					onCommit={(text) => onMark(first.job.id, { note: text.trim() })}
				/>
			)}
		</div>
	);
}

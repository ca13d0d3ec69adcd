import { Check } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { Icon } from '#ui/controls/Icon.tsx';
import { useText } from '#ui/text/useText.tsx';
import { sayWhen } from '../format/sayWhen.ts';
import { failureWords, jobStateWords } from '../results/jobWords.ts';
import { useHoverDelay } from '../results/useHoverDelay.ts';
import styles from './GalleryCard.module.css';
import type { GalleryItem } from './galleryItems.ts';
import { StarMark } from './StarRating.tsx';
import { useGalleryText } from './useGalleryText.ts';

export interface GalleryCardProps {
	readonly item: GalleryItem;
	readonly isSelected: boolean;
	/** The tab key comes to it. */
	readonly isTabStop: boolean;
	/** Its picture; its video plays while `playing`. */
	readonly renderThumb: (item: GalleryItem, playing: boolean) => ReactNode;
	/** How well it followed. */
	readonly renderScore: (jobId: string) => ReactNode;
	readonly onPick: (event: MouseEvent) => void;
	readonly onToggle: () => void;
	readonly onOpen: () => void;
}

const PLAY_AFTER_MS = 300;

/** One result: its picture, what it is, and what was said of it. An option of the grid, so it holds no controls of its own. */
export function GalleryCard(props: GalleryCardProps) {
	const { item, isSelected, isTabStop, renderThumb, renderScore } = props;
	const { job, marks, name, score } = item;
	const text = useText();
	const t = useGalleryText();
	const hover = useHoverDelay(PLAY_AFTER_MS);
	const state = jobStateWords(text, job, undefined, job.error && failureWords(text, job.error));
	const isDone = job.state === 'done';
	const when = sayWhen(job.createdAt);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the list box answers the keys
		<div
			role="option"
			className={styles.card}
			aria-selected={isSelected}
			tabIndex={isTabStop ? 0 : -1}
			data-job={job.id}
			data-engine={job.engine}
			data-state={job.state}
			data-stars={marks.stars}
			data-score={score ?? undefined}
			onClick={props.onPick}
			onDoubleClick={props.onOpen}
			{...hover.handlers}
		>
			<span className={styles.picture} aria-hidden="true">
				{renderThumb(item, hover.rested)}
				{/* biome-ignore lint/a11y/noStaticElementInteractions: Space and Ctrl do the same; this is for fingers */}
				{/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
				<span
					className={styles.check}
					title={t.toggle}
					onClick={(event) => {
						event.stopPropagation();
						props.onToggle();
					}}
					onDoubleClick={(event) => event.stopPropagation()}
				>
					<span className={styles.box}>{isSelected && <Icon of={Check} size={12} />}</span>
				</span>
				{marks.stars > 0 && (
					<span className={styles.stars}>
						<StarMark stars={marks.stars} />
					</span>
				)}
			</span>
			<span className={styles.line}>
				<b className={styles.name}>
					{name}
					<Pause />
				</b>
				{isDone && renderScore(job.id)}
			</span>
			<span className={styles.facts} data-tone={job.state === 'failed' ? 'danger' : undefined}>
				<Pause />
				{isDone ? when : state}
			</span>
			{marks.tags.length > 0 && (
				<span className={styles.tags}>
					{marks.tags.map((tag) => (
						<span key={tag} className={styles.tag}>
							<Pause />
							{tag}
						</span>
					))}
				</span>
			)}
			{marks.stars > 0 && <span className="visually-hidden">, {t.stars(marks.stars)}</span>}
		</div>
	);
}

/** Between the words of the card's name, which is read out of what it shows. */
const Pause = () => <span className="visually-hidden">, </span>;

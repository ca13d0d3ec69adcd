import { Star, X } from 'lucide-react';
import { useId } from 'react';
import { markLimits } from '#jobs/marks/resultMarks.ts';
import { IconButton } from '#ui/controls/IconButton.tsx';
import styles from './StarRating.module.css';
import { useGalleryText } from './useGalleryText.ts';

/** So many stars as a picture; their number is said in words beside it. */
export const StarMark = ({ stars }: { readonly stars: number }) => (
	<span className={styles.mark} aria-hidden="true">
		{Array.from({ length: stars }, (_, i) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: a star is its place
			<Star key={i} size={12} fill="currentColor" />
		))}
	</span>
);

/** 0 to 5 stars: a radio group, arrows move the choice. @param stars Null: those selected have different ones. */
export function StarRating({
	stars,
	onChange,
}: {
	readonly stars: number | null;
	readonly onChange: (stars: number) => void;
}) {
	const t = useGalleryText();
	const name = useId();
	return (
		<div className={styles.line}>
			<div role="radiogroup" aria-label={t.rating} className={styles.group}>
				{Array.from({ length: markLimits.stars }, (_, i) => i + 1).map((count) => (
					<label
						key={count}
						className={styles.star}
						data-on={count <= (stars ?? 0) ? '' : undefined}
					>
						<input
							type="radio"
							name={name}
							className={styles.input}
							aria-label={t.stars(count)}
							checked={count === stars}
							onChange={() => onChange(count)}
						/>
						<Star
							size={18}
							strokeWidth={1.75}
							fill={count <= (stars ?? 0) ? 'currentColor' : 'none'}
							aria-hidden="true"
						/>
					</label>
				))}
			</div>
			{stars === null ? (
				<span className={styles.mixed}>{t.mixed}</span>
			) : (
				stars > 0 && (
					<IconButton
						icon={X}
						size="s"
						iconSize={14}
						label={t.stars(0)}
						onClick={() => onChange(0)}
					/>
				)
			)}
		</div>
	);
}

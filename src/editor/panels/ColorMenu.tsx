import { type CSSProperties, useId } from 'react';
import type { Track } from '#core/document/document.ts';
import { Popover } from '#ui/controls/Popover.tsx';
import { useText } from '#ui/text/useText.tsx';
import styles from './ColorMenu.module.css';
import { TrackBadge } from './TrackBadge.tsx';

const colors = Array.from({ length: 12 }, (_, i) => i + 1);

/** The badge as a button that opens the twelve colours. */
export function ColorMenu({
	track,
	number,
	onChoose,
}: {
	readonly track: Pick<Track, 'name' | 'kind' | 'color'>;
	readonly number: number;
	readonly onChoose: (color: number) => void;
}) {
	const text = useText().editor;
	const name = useId();
	return (
		<Popover
			label={text.colorOf(track.name)}
			trigger={
				<button type="button" className={styles.trigger} aria-label={text.colorOf(track.name)}>
					<TrackBadge kind={track.kind} color={track.color} number={number} />
				</button>
			}
		>
			<div role="radiogroup" aria-label={text.color} className={styles.swatches}>
				{colors.map((color) => (
					<label key={color} className={styles.swatch} title={text.colorNumber(color)}>
						<input
							type="radio"
							name={name}
							className={styles.radio}
							aria-label={text.colorNumber(color)}
							checked={track.color === color}
							onChange={() => onChoose(color)}
						/>
						<span
							className={styles.color}
							style={
								{
									'--swatch': `var(--track-${color})`,
									'--swatch-ink': `var(--track-ink-${color})`,
								} as CSSProperties
							}
						>
							{color}
						</span>
					</label>
				))}
			</div>
		</Popover>
	);
}

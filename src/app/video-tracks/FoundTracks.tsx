import { type Sight, sightOf } from '#core/retarget/sightOf.ts';
import type { Clip } from '#core/retarget/videoTracksWork.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Checkbox } from '#ui/controls/Checkbox.tsx';
import { useText } from '#ui/text/useText.tsx';
import styles from './FoundTracks.module.css';
import { inkOf } from './TrackMarks.tsx';
import type { Found } from './useFollowing.ts';
import { useVideoTracksText } from './videoTracksText.ts';

/** What was found: which of it to keep, and where it is lost. */
export function FoundTracks({
	clip,
	found,
	inFrame,
	outFrame,
	onKeep,
	onClear,
}: {
	readonly clip: Clip;
	readonly found: readonly Found[];
	readonly inFrame: number;
	readonly outFrame: number;
	onKeep(id: number, isKept: boolean): void;
	onClear(): void;
}) {
	const t = useVideoTracksText();
	const say = useSaySight();
	return (
		<section className={styles.found}>
			<header className={styles.header}>
				<h3>{t.tracks}</h3>
				{found.length > 0 && (
					<Button variant="quiet" size="s" onClick={onClear}>
						{t.clear}
					</Button>
				)}
			</header>
			{found.length === 0 ? (
				<p className={styles.none}>{t.noTracks}</p>
			) : (
				<ul className={styles.list} aria-label={t.tracks}>
					{found.map(({ id, track, isKept }, i) => {
						const sight = sightOf(track, clip.times, inFrame, outFrame);
						const isWhole = sight.kind === 'seen' && sight.lost === undefined;
						return (
							<li
								key={id}
								data-sight={isWhole ? 'whole' : sight.kind === 'never' ? 'never' : 'lost'}
							>
								<i className={styles.colour} style={inkOf(i + 1)} />
								<Checkbox
									label={t.track(i + 1)}
									checked={isKept}
									onChange={(checked) => onKeep(id, checked)}
								/>
								<span className={styles.sight}>{say(sight)}</span>
							</li>
						);
					})}
				</ul>
			)}
		</section>
	);
}

function useSaySight(): (sight: Sight) => string {
	const t = useVideoTracksText();
	const { seconds } = useText().common;
	return (sight) => {
		if (sight.kind === 'never') return t.never;
		const { appears, hidden, lost } = sight;
		const said = [
			appears !== undefined && t.appears(seconds(appears)),
			hidden > 0 && t.hidden(seconds(hidden)),
			lost !== undefined && t.lost(seconds(lost)),
		].filter((part) => part !== false);
		return said.length > 0 ? said.join(', ') : t.throughout;
	};
}

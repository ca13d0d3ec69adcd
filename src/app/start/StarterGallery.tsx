import { useRef, useState } from 'react';
import { useMediaQuery } from '../hooks/useMediaQuery.ts';
import { MovingThumb } from './MovingThumb.tsx';
import styles from './StarterGallery.module.css';
import { type StarterId, starterIds } from './starters.ts';
import { useStartersText } from './startersText.ts';
import { useTour } from './useTour.ts';

/**
 * All starter shots as cards. One thumb moves at a time: the one under the pointer or with the focus, else each in turn;
 * none where less motion is wished.
 */
export function StarterGallery({ onStarter }: { onStarter(id: StarterId): void }) {
	const t = useStartersText();
	const list = useRef<HTMLUListElement>(null);
	const [chosen, choose] = useState<StarterId | null>(null);
	const isCalm = useMediaQuery('(prefers-reduced-motion: reduce)');
	const shown = useTour(list, starterIds, !isCalm && chosen === null);
	const playing = isCalm ? null : (chosen ?? shown);
	return (
		<ul className={styles.gallery} aria-label={t.title} ref={list}>
			{starterIds.map((id) => (
				<li key={id}>
					<button
						type="button"
						className={styles.card}
						aria-label={`${t.shots[id].title}. ${t.shots[id].idea}`}
						onClick={() => onStarter(id)}
						onPointerEnter={() => choose(id)}
						onPointerLeave={() => choose(null)}
						onFocus={() => choose(id)}
						onBlur={() => choose(null)}
					>
						<MovingThumb id={id} isPlaying={playing === id} />
						<b>{t.shots[id].title}</b> <span>{t.shots[id].idea}</span>
					</button>
				</li>
			))}
		</ul>
	);
}

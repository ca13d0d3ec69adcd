import { MapPin } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { Track } from '#core/document/document.ts';
import { Icon } from '#ui/controls/Icon.tsx';
import styles from './TrackBadge.module.css';

/** A path's number on its colour, or a pin's sign: the same as on the canvas. */
export function TrackBadge({
	kind,
	color,
	number,
}: Pick<Track, 'kind' | 'color'> & { readonly number: number }) {
	const style = {
		'--badge': `var(--track-${color})`,
		'--badge-ink': `var(--track-ink-${color})`,
		'--badge-ui': `var(--track-ui-${color})`,
	} as CSSProperties;
	return kind === 'pin' ? (
		<span className={styles.pin} style={style} aria-hidden="true">
			<Icon of={MapPin} size={14} />
		</span>
	) : (
		<span className={styles.badge} style={style} aria-hidden="true">
			{number}
		</span>
	);
}

import styles from './StartScreen.module.css';

/** The little picture beside step 1, 2 or 3 of the start screen; decoration only. */
export function StepArt({ index }: { readonly index: number }) {
	return (
		<span className={styles.art} aria-hidden>
			<svg width="96" height="64" viewBox="0 0 96 64" fill="none" aria-hidden="true">
				{index === 0 ? <PictureArt /> : index === 1 ? <TrackArt /> : <VideoArt />}
			</svg>
		</span>
	);
}

const PictureArt = () => (
	<>
		<rect
			x="20"
			y="10"
			width="56"
			height="40"
			rx="3"
			stroke="var(--fg-3)"
			strokeWidth="1.5"
			strokeDasharray="4 4"
		/>
		<rect
			x="30"
			y="20"
			width="44"
			height="32"
			rx="3"
			fill="var(--bg-4)"
			stroke="var(--fg-2)"
			strokeWidth="1.5"
		/>
		<path
			d="M34 46l10-9 8 6 7-7 11 10"
			stroke="var(--fg-2)"
			strokeWidth="1.5"
			strokeLinejoin="round"
		/>
		<circle cx="42" cy="29" r="3" stroke="var(--fg-2)" strokeWidth="1.5" />
	</>
);

const TrackArt = () => (
	<>
		<path
			d="M14 48C28 18 44 54 58 30S76 14 82 14"
			stroke="var(--track-ui-1)"
			strokeWidth="2.5"
			strokeLinecap="round"
		/>
		<circle cx="14" cy="48" r="5" fill="var(--track-ui-1)" />
		<circle cx="45" cy="39.5" r="4" fill="var(--bg-1)" stroke="var(--track-ui-1)" strokeWidth="2" />
		<circle cx="82" cy="14" r="4" fill="var(--bg-1)" stroke="var(--track-ui-1)" strokeWidth="2" />
	</>
);

const VideoArt = () => (
	<>
		<rect
			x="18"
			y="10"
			width="60"
			height="36"
			rx="3"
			fill="var(--bg-4)"
			stroke="var(--fg-2)"
			strokeWidth="1.5"
		/>
		<path d="M43 20v16l13-8z" fill="var(--fg-1)" />
		<path d="M18 55h60" stroke="var(--line-strong)" strokeWidth="3" strokeLinecap="round" />
		<path d="M18 55h34" stroke="var(--accent-fg)" strokeWidth="3" strokeLinecap="round" />
	</>
);

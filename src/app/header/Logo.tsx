/** The mark: a track from a ring to an arrow point. Decoration; the page title names the app. */
export function Logo() {
	return (
		<svg width="24" height="24" viewBox="0 0 24 24" fill="none" aria-hidden="true">
			<path
				d="M5 17C8 6 12 18 15 12s3-5 5-5.5"
				stroke="var(--fg-1)"
				strokeWidth="2.25"
				strokeLinecap="round"
			/>
			<circle cx="5" cy="17" r="2.75" fill="var(--accent-fg)" />
			<circle cx="20" cy="6.5" r="2" fill="var(--fg-1)" />
		</svg>
	);
}

import { useText } from '#ui/text/useText.tsx';
import styles from './PanelTabs.module.css';

export const panelNames = ['tracks', 'shot', 'checks', 'results'] as const;
export type PanelName = (typeof panelNames)[number];

/** On small windows: which panel lies below the canvas. Hidden where all have room. */
export function PanelTabs({
	panel,
	onPanel,
}: {
	readonly panel: PanelName;
	onPanel(panel: PanelName): void;
}) {
	const t = useText().app.panels;
	return (
		<nav className={styles.tabs} aria-label={t.label}>
			{panelNames.map((name) => (
				<button
					key={name}
					type="button"
					aria-pressed={panel === name}
					onClick={() => onPanel(name)}
				>
					{t[name]}
				</button>
			))}
		</nav>
	);
}

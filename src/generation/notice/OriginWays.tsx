import { useText } from '#ui/text/useText.tsx';
import { CopyField } from './CopyField.tsx';
import styles from './OriginWays.module.css';

/** Both ways out when a ComfyUI answers, but not to this page: through the app, or by its own switch. */
export function OriginWays({ url, pageOrigin }: { url: string; pageOrigin: string }) {
	const t = useText().generation.connect;
	return (
		<div className={styles.ways}>
			<div className={styles.way}>
				<h3 className={styles.title}>{t.wayThroughApp}</h3>
				<p className={styles.text}>{t.wayThroughAppText}</p>
				<CopyField value={`npm start -- --comfyui ${url}`} label={t.copyCommand} />
			</div>
			<div className={styles.way}>
				<h3 className={styles.title}>{t.wayAllow}</h3>
				<p className={styles.text}>{t.wayAllowText}</p>
				<CopyField value={`--enable-cors-header ${pageOrigin}`} label={t.copyCommand} />
			</div>
		</div>
	);
}

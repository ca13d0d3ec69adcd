import { Info } from 'lucide-react';
import { useLinkText } from '#generation/link/useLinkText.ts';
import { Icon } from '#ui/controls/Icon.tsx';
import styles from './PlainHttpNote.module.css';

/** On a plain-http page of another computer browsers leave much out: one line that says what, and how to have it. */
export function PlainHttpNote() {
	const t = useLinkText().plainHttp;
	if (window.isSecureContext) return null;
	return (
		<p className={styles.note} role="note">
			<Icon of={Info} />
			<span>{t}</span>
		</p>
	);
}

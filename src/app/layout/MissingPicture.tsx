import { ImageOff } from 'lucide-react';
import type { ImageRef } from '#core/document/document.ts';
import { Button } from '#ui/controls/Button.tsx';
import { EmptyState } from '#ui/controls/EmptyState.tsx';
import { useText } from '#ui/text/useText.tsx';
import styles from './MissingPicture.module.css';

/** The shot names a picture that this computer does not have: what it was, and how to go on. */
export function MissingPicture({
	image,
	onChoose,
}: {
	readonly image: ImageRef;
	onChoose(): void;
}) {
	const { image: t, start } = useText().app;
	return (
		<div className={styles.middle}>
			<EmptyState icon={ImageOff} title={t.missing(image.name)} text={t.missingText}>
				<Button variant="primary" onClick={onChoose}>
					{start.choose}
				</Button>
			</EmptyState>
		</div>
	);
}

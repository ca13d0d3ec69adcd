import type { ReactNode } from 'react';
import { Button } from '#ui/controls/Button.tsx';
import { Progress } from '#ui/controls/Progress.tsx';
import { useText } from '#ui/text/useText.tsx';
import { sayBytes } from '../format/sayWhen.ts';
import styles from './GalleryView.module.css';
import type { GalleryItem } from './galleryItems.ts';
import { storageUse } from './storageUse.ts';
import { useGalleryText } from './useGalleryText.ts';

/** What the last deed came to. */
export interface GalleryStatus {
	readonly tone: 'ok' | 'error';
	readonly text: string;
	/** It was a deletion. */
	readonly takeBack?: () => void;
}

/** An archive in the making. */
export interface Packing {
	readonly done: number;
	readonly all: number;
	stop(): void;
}

export interface GalleryFootProps {
	/** On show. */
	readonly items: readonly GalleryItem[];
	readonly status: GalleryStatus | undefined;
	readonly packing: Packing | undefined;
	/** Bytes that the browser has for this page; undefined: it does not say. */
	readonly room: { readonly used: number; readonly quota: number } | undefined;
	readonly children: ReactNode;
}

/** What goes on or was done last, and else what room the results take. */
export function GalleryFoot({ items, status, packing, room, children }: GalleryFootProps) {
	const { app } = useText();
	const t = useGalleryText();
	return (
		<footer className={styles.foot}>
			{packing ? (
				<div className={styles.status}>
					<span>{t.exporting(packing.done, packing.all)}</span>
					<Progress
						className={styles.packing}
						label={t.exportProgress}
						fraction={packing.done / packing.all}
					/>
					<Button size="s" onClick={packing.stop}>
						{t.stop}
					</Button>
				</div>
			) : (
				<div className={styles.status} role="status" data-tone={status?.tone}>
					{status ? (
						<>
							<span>{status.text}</span>
							{status.takeBack && (
								<Button size="s" onClick={status.takeBack}>
									{app.files.takeBack}
								</Button>
							)}
						</>
					) : (
						<>
							<span>{t.used(sayBytes(storageUse(items.map(({ job }) => job))))}</span>
							{room && <span>{t.room(sayBytes(room.used), sayBytes(room.quota))}</span>}
						</>
					)}
				</div>
			)}
			{children}
		</footer>
	);
}

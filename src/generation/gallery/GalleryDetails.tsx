import { Columns2, Play, RotateCcw, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Job } from '#jobs/job.ts';
import { Button } from '#ui/controls/Button.tsx';
import { DifferencesTable } from '../compare/DifferencesTable.tsx';
import { shotDifferences } from '../compare/shotDifferences.ts';
import { sayBytes, sayWhen } from '../format/sayWhen.ts';
import { useResultsText } from '../metrics/useResultsText.ts';
import styles from './GalleryDetails.module.css';
import type { GalleryItem } from './galleryItems.ts';
import { MarkFields, type MarkJob } from './MarkFields.tsx';
import { storageUse } from './storageUse.ts';
import { useGalleryText } from './useGalleryText.ts';

/** What a shot would be made with now. */
export type ShotNow = Pick<Job, 'document' | 'engine'>;

export interface GalleryDetailsProps {
	readonly items: readonly GalleryItem[];
	readonly now: ShotNow;
	readonly onMark: MarkJob;
	readonly onOpen: (id: string) => void;
	readonly onRestore: (item: GalleryItem) => void;
	readonly onCompare: (a: string, b: string) => void;
	readonly onRemove: () => void;
	/** The export's button. */
	readonly children: ReactNode;
}

/** What is selected: what was said of it, what can be done with it, and what it was made with otherwise. */
export function GalleryDetails(props: GalleryDetailsProps) {
	const { items } = props;
	const t = useGalleryText();
	const [first, second, third] = items;
	if (!first)
		return (
			<div className={styles.none}>
				<h3 className={styles.title}>{t.noneSelected}</h3>
				<p className={styles.quiet}>{t.noneSelectedText}</p>
				<dl className={styles.keys}>
					{t.keys.map(([keys, does]) => (
						<div key={keys}>
							<dt>{keys}</dt>
							<dd>{does}</dd>
						</div>
					))}
				</dl>
			</div>
		);
	const pair = second && !third ? ([first, second] as const) : undefined;
	const canCompare = pair?.every(({ job }) => job.state === 'done' && job.video);
	return (
		<div className={styles.details}>
			<div className={styles.head}>
				<h3 className={styles.title}>{second ? t.selected(items.length) : first.name}</h3>
				<p className={styles.quiet}>
					{!second && `${sayWhen(first.job.createdAt)}, `}
					{sayBytes(storageUse(items.map(({ job }) => job)))}
				</p>
			</div>
			<MarkFields items={[first, ...items.slice(1)]} onMark={props.onMark} />
			<div className={styles.actions}>
				{!second && (
					<>
						<Button icon={Play} onClick={() => props.onOpen(first.job.id)}>
							{t.open}
						</Button>
						<Button icon={RotateCcw} tooltip={t.restoreHint} onClick={() => props.onRestore(first)}>
							{t.restore}
						</Button>
					</>
				)}
				{pair && canCompare && (
					<Button icon={Columns2} onClick={() => props.onCompare(pair[0].job.id, pair[1].job.id)}>
						{t.compare}
					</Button>
				)}
				{props.children}
				<Button variant="danger" icon={Trash2} onClick={props.onRemove}>
					{t.remove}
				</Button>
			</div>
			{!second && <DiffersNow item={first} now={props.now} />}
			{pair && <DiffersPair a={pair[0]} b={pair[1]} />}
		</div>
	);
}

function DiffersNow({
	item: { job, name },
	now,
}: {
	readonly item: GalleryItem;
	readonly now: ShotNow;
}) {
	const t = useGalleryText();
	const { differences: words } = useResultsText();
	// One that takes a new seed each time has none of its own.
	const { shot } = now.document;
	const seed = shot.newSeedEachTime ? job.seed : shot.seed;
	const rows = shotDifferences(job, { ...now, seed }, words);
	return <Differs title={t.differsNow} heads={[name, t.now]} rows={rows} none={t.sameAsNow} />;
}

function DiffersPair({ a, b }: { readonly a: GalleryItem; readonly b: GalleryItem }) {
	const t = useGalleryText();
	const { differences: words } = useResultsText();
	return (
		<Differs
			title={t.differsPair(a.name, b.name)}
			heads={[a.name, b.name]}
			rows={shotDifferences(a.job, b.job, words)}
			none={t.samePair}
		/>
	);
}

function Differs({
	title,
	heads,
	rows,
	none,
}: {
	readonly title: string;
	readonly heads: readonly [string, string];
	readonly rows: ReturnType<typeof shotDifferences>;
	readonly none: string;
}) {
	return (
		<section className={styles.differs}>
			<h4 className={styles.title}>{title}</h4>
			{rows.length > 0 ? (
				<DifferencesTable label={title} heads={heads} rows={rows} showHeads />
			) : (
				<p className={styles.quiet}>{none}</p>
			)}
		</section>
	);
}

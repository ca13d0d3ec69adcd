import { ArrowLeft, Download, Images } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { marksOf } from '#jobs/marks/resultMarks.ts';
import { Button } from '#ui/controls/Button.tsx';
import { EmptyState } from '#ui/controls/EmptyState.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { GenerationStore } from '../jobs/createGenerationStore.ts';
import { useJobs } from '../jobs/useJobs.ts';
import { JobScore } from '../metrics/JobScore.tsx';
import { jobName } from '../results/jobWords.ts';
import { filterItems, type GalleryProject, isOfProject, noFilter } from './filterItems.ts';
import { GalleryDetails, type ShotNow } from './GalleryDetails.tsx';
import { GalleryFilters } from './GalleryFilters.tsx';
import { GalleryFoot, type GalleryFootProps } from './GalleryFoot.tsx';
import { GalleryGrid } from './GalleryGrid.tsx';
import styles from './GalleryView.module.css';
import { type GalleryItem, galleryItems, tagsInUse } from './galleryItems.ts';
import type { MarkJob } from './MarkFields.tsx';
import { type GallerySort, sortItems } from './sortItems.ts';
import { useGallerySelection } from './useGallerySelection.ts';
import { useGalleryText } from './useGalleryText.ts';

export interface GalleryViewProps extends Omit<GalleryFootProps, 'items' | 'children'> {
	readonly generation: GenerationStore;
	readonly project: GalleryProject;
	/** The shot on the canvas. */
	readonly now: ShotNow;
	/** No room for what is selected beside the cards. */
	readonly isNarrow: boolean;
	readonly renderThumb: (item: GalleryItem, playing: boolean) => ReactNode;
	readonly onOpen: (id: string) => void;
	readonly onRestore: (item: GalleryItem) => void;
	readonly onCompare: (a: string, b: string) => void;
	readonly onRemove: (items: readonly GalleryItem[]) => void;
	readonly onExport: (items: readonly GalleryItem[]) => void;
	readonly onClose: () => void;
}

/** All results: find the good one, say so, see what it was made with, keep it, throw the others away, hand them on. */
export function GalleryView(props: GalleryViewProps) {
	const { generation, project, isNarrow, status, packing } = props;
	const text = useText();
	const t = useGalleryText();
	const { manager } = generation;
	const jobs = useJobs(manager);
	const reports = useStore(generation, (state) => state.reports);
	const [filter, setFilter] = useState(() => ({
		...noFilter,
		of: jobs.some((job) => isOfProject(job, project)) ? noFilter.of : ('all' as const),
	}));
	const [sort, setSort] = useState<GallerySort>('newest');
	const [showsDetails, setShowsDetails] = useState(false);
	const wantsFocus = useRef(false);
	const all = useMemo(
		() => galleryItems(jobs, reports, (job) => jobName(text, job)),
		[jobs, reports, text],
	);
	const here = filterItems(all, { ...noFilter, of: filter.of }, project);
	const items = sortItems(filterItems(all, filter, project), sort);
	const [selection, select] = useGallerySelection(items.map(({ job }) => job.id));
	const selected = items.filter(({ job }) => selection.ids.has(job.id));
	// A key means what is selected, else the one that has the focus: at first it is the first one.
	const focused = selection.active ?? items[0]?.job.id;
	const meant = selected.length > 0 ? selected : items.filter(({ job }) => job.id === focused);

	const mark: MarkJob = (id, patch) => {
		const job = jobs.find((one) => one.id === id);
		if (job) manager.edit(id, { marks: { ...marksOf(job), ...patch } });
	};
	const remove = () => {
		if (meant.length === 0) return;
		wantsFocus.current = true;
		setShowsDetails(false);
		props.onRemove(meant);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
		if (!isUndo || event.shiftKey || !status?.takeBack || isTyping(event)) return;
		event.preventDefault();
		wantsFocus.current = true;
		status.takeBack();
	};
	const exportButton = (chosen: readonly GalleryItem[], label: string) => (
		<Button
			icon={Download}
			tooltip={t.exportHint}
			disabled={chosen.length === 0}
			busy={packing !== undefined}
			onClick={() => props.onExport(chosen)}
		>
			{label}
		</Button>
	);
	const details = (
		<GalleryDetails
			items={selected}
			now={props.now}
			onMark={mark}
			onOpen={props.onOpen}
			onRestore={props.onRestore}
			onCompare={props.onCompare}
			onRemove={remove}
		>
			{exportButton(selected, t.exportSelected)}
		</GalleryDetails>
	);
	const isDetailsOnly = isNarrow && showsDetails && selected.length > 0;
	return (
		<section className={styles.view} aria-label={t.title} tabIndex={-1} onKeyDown={onKeyDown}>
			<header className={styles.head}>
				<h2 className={styles.title}>{t.title}</h2>
				<span className={styles.count} role="status">
					{t.count(items.length, here.length)}
				</span>
				<Button variant="primary" icon={ArrowLeft} onClick={props.onClose}>
					{t.close}
				</Button>
			</header>
			{!isDetailsOnly && (
				<GalleryFilters
					filter={filter}
					sort={sort}
					tags={tagsInUse(here)}
					onFilter={(patch) => setFilter({ ...filter, ...patch })}
					onSort={setSort}
				/>
			)}
			<div className={styles.body}>
				{!isDetailsOnly && (
					<div className={styles.main}>
						{items.length > 0 ? (
							<GalleryGrid
								items={items}
								selection={selection}
								onSelect={select}
								onOpen={props.onOpen}
								onStars={(stars) => {
									for (const { job } of meant) mark(job.id, { stars });
								}}
								onRemove={remove}
								renderThumb={props.renderThumb}
								renderScore={(jobId) => <JobScore generation={generation} jobId={jobId} />}
								wantsFocus={wantsFocus}
							/>
						) : (
							<Nothing
								hasAny={all.length > 0}
								hasHere={here.length > 0}
								onAll={() => setFilter({ ...noFilter, of: 'all' })}
								onClear={() => setFilter({ ...noFilter, of: filter.of })}
							/>
						)}
					</div>
				)}
				{(!isNarrow || isDetailsOnly) && <aside className={styles.side}>{details}</aside>}
			</div>
			<GalleryFoot items={items} status={status} packing={packing} room={props.room}>
				{isNarrow && selected.length > 0 && (
					<Button onClick={() => setShowsDetails(!isDetailsOnly)}>
						{isDetailsOnly ? t.back : t.details}
					</Button>
				)}
				{exportButton(items, t.exportAll)}
			</GalleryFoot>
		</section>
	);
}

/** Why no card is there, and the way to some. */
function Nothing({
	hasAny,
	hasHere,
	onAll,
	onClear,
}: {
	readonly hasAny: boolean;
	readonly hasHere: boolean;
	readonly onAll: () => void;
	readonly onClear: () => void;
}) {
	const t = useGalleryText();
	if (hasHere)
		return (
			<EmptyState icon={Images} title={t.nothingFound}>
				<Button onClick={onClear}>{t.clear}</Button>
			</EmptyState>
		);
	return hasAny ? (
		<EmptyState icon={Images} title={t.emptyProject} text={t.emptyProjectText}>
			<Button onClick={onAll}>{t.showAll}</Button>
		</EmptyState>
	) : (
		<EmptyState icon={Images} title={t.empty} text={t.emptyText} />
	);
}

const isTyping = ({ target }: KeyboardEvent): boolean =>
	(target as HTMLElement).closest('input:not([type="radio"]), textarea') !== null;

import { Search } from 'lucide-react';
import { Icon } from '#ui/controls/Icon.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { TextField } from '#ui/controls/TextField.tsx';
import type { GalleryFilter } from './filterItems.ts';
import styles from './GalleryFilters.module.css';
import { type GallerySort, gallerySorts } from './sortItems.ts';
import { useGalleryText } from './useGalleryText.ts';

const anyTag = ' ';

/** What is shown and in which order. */
export function GalleryFilters({
	filter,
	sort,
	tags,
	onFilter,
	onSort,
}: {
	readonly filter: GalleryFilter;
	readonly sort: GallerySort;
	/** In use. */
	readonly tags: readonly string[];
	readonly onFilter: (patch: Partial<GalleryFilter>) => void;
	readonly onSort: (sort: GallerySort) => void;
}) {
	const t = useGalleryText();
	const sortWords = { newest: t.newest, adherence: t.adherence, stars: t.mostStars };
	return (
		<search aria-label={t.filters} className={styles.bar}>
			<TextField
				className={styles.search}
				label={t.search}
				placement="hidden"
				type="search"
				placeholder={t.searchHint}
				before={<Icon of={Search} size={14} />}
				value={filter.text}
				onInput={(text) => onFilter({ text })}
			/>
			<Select
				label={t.of}
				placement="hidden"
				value={filter.of}
				options={[
					{ value: 'project', label: t.ofProject },
					{ value: 'all', label: t.ofAll },
				]}
				onChange={(of) => onFilter({ of })}
			/>
			<Select
				label={t.engine}
				placement="hidden"
				value={filter.engine}
				options={[
					{ value: 'all', label: t.anyEngine },
					{ value: 'draft', label: t.drafts },
					{ value: 'comfy', label: t.runs },
				]}
				onChange={(engine) => onFilter({ engine })}
			/>
			<Select
				label={t.minStars}
				placement="hidden"
				value={String(filter.minStars)}
				options={['0', '1', '2', '3', '4', '5'].map((value) => ({
					value,
					label: value === '0' ? t.anyStars : t.starsOrMore(Number(value)),
				}))}
				onChange={(value) => onFilter({ minStars: Number(value) })}
			/>
			{(tags.length > 0 || filter.tag !== '') && (
				<Select
					label={t.tag}
					placement="hidden"
					value={filter.tag || anyTag}
					options={[anyTag, ...tags].map((value) => ({
						value,
						label: value === anyTag ? t.anyTag : value,
					}))}
					onChange={(value) => onFilter({ tag: value === anyTag ? '' : value })}
				/>
			)}
			<span className={styles.grow} />
			<Select
				label={t.sort}
				placement="hidden"
				value={sort}
				options={gallerySorts.map((value) => ({ value, label: sortWords[value] }))}
				onChange={onSort}
			/>
		</search>
	);
}

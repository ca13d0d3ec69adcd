import { Columns2, Images } from 'lucide-react';
import { useStore } from 'zustand';
import { useGalleryText } from '#generation/gallery/useGalleryText.ts';
import { useJobs } from '#generation/jobs/useJobs.ts';
import { useResultsText } from '#generation/metrics/useResultsText.ts';
import { Button } from '#ui/controls/Button.tsx';
import { lazyPart } from '../layout/lazyPart.tsx';
import type { Studio } from '../studio/createStudio.ts';
import { useReports } from './useReports.ts';
import { isMeasurable } from './watchReports.ts';

const CompareWindow = lazyPart(() => import('./CompareWindow.tsx'));

/** What the tray has once a video is done: measuring, the way to the gallery, Compare, and its window. */
export default function ResultsExtras({
	studio,
	onGallery,
}: {
	readonly studio: Studio;
	onGallery(): void;
}) {
	const { generation, jobs: manager } = studio;
	const t = useResultsText().compare;
	const { title: gallery } = useGalleryText();
	const jobs = useJobs(manager).filter(isMeasurable);
	const { openJobId, comparing } = useStore(generation);
	useReports(studio);
	const a = jobs.find(({ id }) => id === openJobId) ?? jobs.at(-1);
	const b = jobs.findLast(({ id }) => id !== a?.id);
	return (
		<>
			<Button size="s" icon={Images} onClick={onGallery}>
				{gallery}
			</Button>
			{a && (
				<Button
					size="s"
					icon={Columns2}
					onClick={() => generation.getState().compare({ a: a.id, b: b?.id ?? null })}
				>
					{t.button}
				</Button>
			)}
			{comparing && <CompareWindow studio={studio} comparing={comparing} />}
		</>
	);
}

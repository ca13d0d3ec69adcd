import { useState } from 'react';
import { useEditor } from '#editor/useEditor.ts';
import type { ShotNow } from '#generation/gallery/GalleryDetails.tsx';
import type { GalleryStatus } from '#generation/gallery/GalleryFoot.tsx';
import { GalleryView } from '#generation/gallery/GalleryView.tsx';
import type { GalleryItem } from '#generation/gallery/galleryItems.ts';
import { useGalleryText } from '#generation/gallery/useGalleryText.ts';
import type { Discarded } from '#jobs/trash/createTrash.ts';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useIsPhone } from '../hooks/useMediaQuery.ts';
import { usePreferences } from '../hooks/usePreferences.ts';
import { useRoom } from '../hooks/useRoom.ts';
import { FullWindow } from '../layout/FullWindow.tsx';
import type { Studio } from '../studio/createStudio.ts';
import { GalleryThumb } from './GalleryThumb.tsx';
import { restoreShot } from './restoreShot.ts';
import { studioTrash } from './studioTrash.ts';
import { useResultsExport } from './useResultsExport.ts';
import { useTakeBack } from './useTakeBack.ts';

/**
 * The gallery over the whole window. What was deleted can be taken back here as long as it is open, and for a moment after.
 */
export default function GalleryWindow({
	studio,
	onClose,
}: {
	readonly studio: Studio;
	onClose(): void;
}) {
	const { editor, generation, preferences, projects } = studio;
	const { app } = useText();
	const t = useGalleryText();
	const toasts = useToasts();
	const isNarrow = useIsPhone();
	const { engine } = usePreferences(preferences);
	const document = useEditor(editor, ({ history }) => history.present);
	const [discarded, setDiscarded] = useState<readonly Discarded[]>([]);
	const [said, setSaid] = useState<GalleryStatus>();
	const offerTakeBack = useTakeBack();
	const room = useRoom(discarded);
	const { packing, start } = useResultsExport(studio, setSaid);
	const now: ShotNow = { document, engine: engine === 'draft' ? 'draft' : 'comfy' };
	const last = discarded.at(-1);
	const takeBack = () => {
		last?.restore();
		const left = discarded.slice(0, -1);
		setDiscarded(left);
		// The deletions before it, one after the other.
		const more = left.length > 0 && { takeBack };
		setSaid(last && { tone: 'ok', text: t.returned(last.ids.length), ...more });
	};
	const close = () => {
		onClose();
		offerTakeBack(discarded);
	};
	const leaveFor = (work: () => void) => {
		close();
		work();
	};
	const restore = ({ job, name }: GalleryItem) => {
		const isNew = restoreShot(studio, job, t.restoreStep);
		generation.getState().closeJob();
		leaveFor(() =>
			toasts.show({
				tone: 'ok',
				title: isNew ? t.restoredNew(name) : t.restored(name),
				action: { label: app.files.takeBack, onAction: editor.undo },
			}),
		);
	};
	return (
		<FullWindow title={t.title} firstFocus='[role="option"][tabindex="0"]' onClose={close}>
			<GalleryView
				generation={generation}
				project={{ id: projects.getState().currentId, sha256: document.image?.sha256 }}
				now={now}
				isNarrow={isNarrow}
				room={room}
				packing={packing}
				status={said && (last && said.takeBack ? { ...said, takeBack } : said)}
				renderThumb={({ job }, playing) => (
					<GalleryThumb studio={studio} job={job} playing={playing} />
				)}
				onOpen={(id) => leaveFor(() => generation.getState().openJob(id))}
				onCompare={(a, b) => leaveFor(() => generation.getState().compare({ a, b }))}
				onRestore={restore}
				onExport={start}
				onRemove={(items) => {
					const [only] = items;
					const ids = items.map(({ job }) => job.id);
					if (ids.includes(generation.getState().openJobId ?? '')) generation.getState().closeJob();
					setDiscarded([...discarded, studioTrash(studio).discard(ids)]);
					const text = only && items.length === 1 ? t.removedOne(only.name) : t.removed(ids.length);
					setSaid({ tone: 'ok', text, takeBack });
				}}
				onClose={close}
			/>
		</FullWindow>
	);
}

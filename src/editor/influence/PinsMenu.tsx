import { MapPin } from 'lucide-react';
import type { ImagePoint } from '#core/geometry/point.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import { autoPins } from '#core/pins/autoPins.ts';
import { gridPins, ringPins } from '#core/pins/pinPlaces.ts';
import { pinTracks } from '#core/pins/pinTracks.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Menu, type MenuItem } from '#ui/controls/Menu.tsx';
import { useToasts } from '#ui/controls/Toast.tsx';
import type { Picture } from '../canvas/paintPicture.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { selectTracks } from '../store/selection.ts';
import { lumaOf } from './lumaOf.ts';
import { useGuidanceText } from './useGuidanceText.ts';

const createId = () => createUuid((count) => crypto.getRandomValues(new Uint8Array(count)));
const grid = { columns: 4, rows: 3 } as const;
const ringCount = 12;

/** Many pins at once: on the picture's corners, in a grid, round the border. One undo step each, offered in a toast. */
export function PinsMenu({
	store,
	picture,
}: {
	readonly store: EditorStore;
	readonly picture: Picture | null;
}) {
	const text = useGuidanceText();
	const toasts = useToasts();
	const add = (places: readonly ImagePoint[]) => {
		if (places.length === 0) {
			toasts.show({ tone: 'info', title: text.noPins, text: text.noPinsText });
			return;
		}
		const tracks = pinTracks(store.getDocument(), places, createId);
		store.dispatch(
			text.addPins,
			tracks.map((track) => ({ type: 'track/add', track })),
		);
		store.select(selectTracks(tracks.map(({ id }) => id)));
		undoable(text.pinsAdded(places.length));
	};
	const undoable = (title: string) => {
		const after = store.getDocument();
		toasts.show({
			tone: 'ok',
			title,
			action: {
				label: text.undo,
				// Only what the toast speaks of: not a step made since.
				onAction: () => {
					if (store.getDocument() === after) store.undo();
				},
			},
		});
	};
	const remove = () => {
		const trackIds = store
			.getDocument()
			.tracks.filter(({ kind, locked }) => kind === 'pin' && !locked)
			.map(({ id }) => id);
		if (trackIds.length === 0) return;
		store.dispatch(text.removePins, [{ type: 'track/remove', trackIds }]);
		undoable(text.pinsRemoved(trackIds.length));
	};
	const items: MenuItem[] = [
		{
			label: text.autoPin,
			disabled: picture === null,
			onSelect: () => {
				const luma = picture && lumaOf(picture);
				add(luma ? autoPins(store.getDocument(), luma) : []);
			},
		},
		{
			label: text.gridPins,
			onSelect: () => add(gridPins(store.getDocument(), grid.columns, grid.rows)),
		},
		{ label: text.ringPins, onSelect: () => add(ringPins(store.getDocument(), ringCount)) },
		{ type: 'separator' },
		{ label: text.removePins, danger: true, onSelect: remove },
	];
	return (
		<Menu
			trigger={
				<Button variant="quiet" size="s" icon={MapPin} tooltip={text.pinsReason}>
					{text.pins}
				</Button>
			}
			items={items}
		/>
	);
}

import type { ControlPoint } from '#core/document/document.ts';
import { createTrack, type Track, type WanDocument } from '#core/document/document.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import type { Guide } from '../snap/snap.ts';
import { nothingSelected, selectTracks } from '../store/selection.ts';
import type { UndoLabel } from '../store/undoLabel.ts';
import { type HintKey, type PointerToolEvent, stay, type Tool, type ToolContext } from './tool.ts';

export type DragOutState =
	| { readonly name: 'idle' }
	| {
			readonly name: 'drawing';
			readonly origin: ImagePoint;
			/** Ids of the tracks it may make, one for each path. */
			readonly ids: readonly string[];
			/** What its end was drawn to. */
			readonly guides: readonly Guide[];
			readonly isDragging: boolean;
	  };

/** What is drawn from where it was pressed to where the pointer is. */
export interface Drawn {
	readonly paths: readonly (readonly ControlPoint[])[];
	readonly closed: boolean;
	readonly guides: readonly Guide[];
}

interface DragOut {
	readonly id: 'line' | 'shapes';
	readonly label: UndoLabel;
	readonly hint: HintKey;
	/** Paths at most. */
	readonly most: number;
	/** @param context Without the tracks being drawn: they are no targets of their own. */
	readonly draw: (origin: ImagePoint, event: PointerToolEvent, context: ToolContext) => Drawn;
}

const idle: DragOutState = { name: 'idle' };

/** A tool that drags new tracks out of a press: selected as they grow, one undo step, nothing left by Escape. */
export const dragOutTool = ({ id, label, hint, most, draw }: DragOut): Tool<DragOutState> => ({
	id,
	initial: idle,
	transition: (state, event, context) => {
		if (state.name === 'idle') {
			if (event.type !== 'pointerDown') return stay(state);
			const ids = Array.from({ length: most }, context.createId);
			return stay({ name: 'drawing', origin: event.point, ids, guides: [], isDragging: false });
		}
		switch (event.type) {
			case 'pointerMove': {
				if (!event.isDragging) return stay(state);
				const tracks = context.document.tracks.filter(({ id }) => !state.ids.includes(id));
				const document = { ...context.document, tracks };
				const drawn = draw(state.origin, event, { ...context, document });
				const made = tracksOf(drawn, state.ids, document);
				const preview = {
					type: 'gesture/preview',
					commands: made.map((track) => ({ type: 'track/add', track }) as const),
				} as const;
				const selection = selectTracks(made.map((track) => track.id));
				return {
					state: { ...state, guides: drawn.guides, isDragging: true },
					effects: state.isDragging
						? [preview]
						: [{ type: 'gesture/begin', label }, preview, { type: 'selection/set', selection }],
				};
			}
			case 'pointerUp':
				return { state: idle, effects: state.isDragging ? [{ type: 'gesture/commit' }] : [] };
			case 'cancel':
			case 'abort':
				return {
					state: idle,
					effects: state.isDragging
						? [{ type: 'gesture/cancel' }, { type: 'selection/set', selection: nothingSelected }]
						: [],
				};
			default:
				return stay(state);
		}
	},
	cursor: () => 'crosshair',
	hint: () => hint,
});

/** Each with the next free name and colour. */
function tracksOf(
	{ paths, closed }: Drawn,
	ids: readonly string[],
	document: WanDocument,
): readonly Track[] {
	const made: Track[] = [];
	for (const [i, points] of paths.entries()) {
		const tracks = [...document.tracks, ...made];
		const track = createTrack({ ...document, tracks }, ids[i] ?? `${i}`, 'path', points);
		made.push({ ...track, closed });
	}
	return made;
}

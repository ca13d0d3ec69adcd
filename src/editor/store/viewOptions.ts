import { type PreviewClock, smoothClock } from '#core/guidance/previewClock.ts';

export type PlaceUnit = 'image' | 'frame' | 'percent';

/** What is drawn over the picture; session, not document. */
export interface ViewOptions {
	/** So many ghosts of the heads before and after, 4 frames apart; 0: none. */
	readonly onionSkin: number;
	/** A fading line behind each head. */
	readonly trails: boolean;
	readonly dimImage: boolean;
	/** The frame dots coloured by speed. */
	readonly speedColors: boolean;
	/** The whole overlay is out of sight, while Tab is held. */
	readonly hidesOverlay: boolean;
	/** Only this track is drawn and played. */
	readonly soloId: string | null;
	/** In what places are written in the inspector. */
	readonly placeUnit: PlaceUnit;
	/** The map of what the model is told to move. */
	readonly influence: boolean;
	/** The camera is what is worked on, and which of its keys (see `chosenKey`); null: it is not. */
	readonly cameraKey: number | null;
	/** The picture is drawn as the camera shows it (the draft's preview): then its finder, which is for a still picture, is away. */
	readonly isPictureMoved: boolean;
	/** The moments that the heads show. */
	readonly clock: PreviewClock;
}

export const defaultViewOptions: ViewOptions = {
	onionSkin: 0,
	trails: false,
	dimImage: false,
	speedColors: false,
	hidesOverlay: false,
	soloId: null,
	placeUnit: 'image',
	influence: false,
	cameraKey: null,
	isPictureMoved: false,
	clock: smoothClock,
};

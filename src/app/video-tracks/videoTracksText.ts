import { videoTracks as english, type VideoTracksMessages } from '#text/en/videoTracks.ts';
import { videoTracks as french } from '#text/fr/videoTracks.ts';
import { en, type Messages } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of "Tracks from a video", in the language of the rest. They are no part of what the drawing waits for. */
export const videoTracksText = (text: Messages): VideoTracksMessages =>
	text === en ? english : french;

export const useVideoTracksText = (): VideoTracksMessages => videoTracksText(useText());

import type { KeyboardEvent } from 'react';
import type { LoopRange } from './useLoopRange.ts';
import type { Playback, VideoClip } from './useVideoPlayback.ts';

/**
 * The player's keys: Space or K plays and pauses, comma and point (arrows too) step a frame, with Shift a second, Home and
 * End go to the ends, Alt I and Alt O set the ends of the loop. Keys of a field, list or slider inside are left to it.
 * @returns whether the key was taken.
 */
export function playerKey(
	event: KeyboardEvent,
	playback: Playback,
	clip: VideoClip,
	range?: LoopRange,
): boolean {
	if (event.ctrlKey || event.metaKey) return false;
	if (event.altKey) return range !== undefined && rangeKey(event.code, playback.frame, range);
	const target = event.target as HTMLElement;
	const inner = target.closest('input, textarea, [role="combobox"], [role="dialog"]');
	// The player may itself stand in a dialog.
	if (inner && event.currentTarget.contains(inner)) return false;
	const second = Math.round(clip.fps);
	const step = event.shiftKey ? second : 1;
	switch (event.key) {
		case ' ':
			// On a button Space presses the button.
			if (target.closest('button')) return false;
			break;
		case 'k':
		case 'K':
			break;
		case ',':
		case '<':
		case 'ArrowLeft':
			playback.seek(playback.frame - step);
			return true;
		case '.':
		case '>':
		case 'ArrowRight':
			playback.seek(playback.frame + step);
			return true;
		case 'Home':
			playback.seek(0);
			return true;
		case 'End':
			playback.seek(clip.frameCount - 1);
			return true;
		default:
			return false;
	}
	if (playback.playing) playback.pause();
	else playback.play();
	return true;
}

/** By place and not by letter: with Alt a Mac writes another one. */
function rangeKey(code: string, frame: number, range: LoopRange): boolean {
	if (code === 'KeyI') range.startAt(frame);
	else if (code === 'KeyO') range.endAt(frame);
	else return false;
	return true;
}

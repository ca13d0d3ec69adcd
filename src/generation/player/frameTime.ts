/**
 * A moment inside a frame, seconds: seeking there shows that frame whatever the rounding. A quarter in, because at exactly
 * half a frame Chromium shows the frame after it when that is the last one (seen in Chromium 156).
 */
export const momentInFrame = (frame: number, fps: number): number => (frame + 0.25) / fps;

/** The frame on show at a media time in seconds, 0 .. frameCount - 1; a frame's own start time counts as that frame. */
export const frameAtTime = (seconds: number, fps: number, frameCount: number): number =>
	Math.min(frameCount - 1, Math.max(0, Math.floor(seconds * fps + 1e-3)));

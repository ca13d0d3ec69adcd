/** A moment in the middle of a frame: seeking there shows that frame whatever the rounding. Seconds. */
export const middleOfFrame = (frame: number, fps: number): number => (frame + 0.5) / fps;

/** The frame on show at a media time in seconds, 0 .. frameCount - 1; a frame's own start time counts as that frame. */
export const frameAtTime = (seconds: number, fps: number, frameCount: number): number =>
	Math.min(frameCount - 1, Math.max(0, Math.floor(seconds * fps + 1e-3)));

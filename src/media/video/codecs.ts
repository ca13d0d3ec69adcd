/** Ways to write a video, best first: H.264 plays everywhere, the others are what some browsers have instead. */
export const videoWays = [
	{ codec: 'avc', container: 'mp4', mediaType: 'video/mp4', extension: 'mp4' },
	{ codec: 'vp9', container: 'webm', mediaType: 'video/webm', extension: 'webm' },
	{ codec: 'vp8', container: 'webm', mediaType: 'video/webm', extension: 'webm' },
	{ codec: 'av1', container: 'mp4', mediaType: 'video/mp4', extension: 'mp4' },
] as const;

export type VideoWay = (typeof videoWays)[number];
export type VideoCodecName = VideoWay['codec'];

/** What a video is to be. Frame k is shown from k/fps on. */
export interface VideoSpec {
	readonly width: number;
	readonly height: number;
	readonly fps: number;
	readonly frameCount: number;
}

/** This browser writes no video of that size in any codec we know. */
export interface EncodeError {
	readonly kind: 'unsupported';
	readonly what: string;
}

/** Bits a second at which grain and thin lines survive well enough to be measured: about 0.6 a pixel and frame. */
export const draftBitrate = ({ width, height, fps }: VideoSpec): number =>
	Math.max(500_000, Math.round(width * height * fps * 0.6));

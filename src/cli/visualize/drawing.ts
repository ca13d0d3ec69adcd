import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { defaultTheme } from '#render/palette.ts';
import { frameScene } from '#render/scene/frameScene.ts';
import { frameViewport } from '#render/scene/frameViewport.ts';
import type { Mark } from '#render/scene/mark.ts';
import { plannedScene } from '#render/scene/plannedScene.ts';
import type { Viewport } from '#render/scene/viewport.ts';
import type { ComposedShot } from '../shot/composeShot.ts';

/** Longest side of a drawing of the whole picture, px: marks keep their size in px, so that they read on any picture. */
const shortest = 640;
const longest = 1280;

/** A view of a shot, and the marks in it. */
export interface Drawing {
	readonly width: number;
	readonly height: number;
	/** Where the picture lies in it. */
	readonly viewport: Viewport;
	/** @param share Moment of the clip, 0..1; null: only the paths. */
	marks(share: number | null): Mark[];
}

/** The whole picture; what lies outside the output frame is dimmed. */
export function wholeDrawing({ document, image }: ComposedShot): Drawing {
	const side = Math.max(image.width, image.height);
	const scale = Math.min(longest, Math.max(shortest, side)) / side;
	const viewport: Viewport = { scale, x: 0, y: 0 };
	const { rect } = createFrameMapping(image, document.frame);
	const isWhole = rect.width === image.width && rect.height === image.height;
	return {
		width: Math.round(image.width * scale),
		height: Math.round(image.height * scale),
		viewport,
		marks: (share) => [
			// Its dimming alone: the brackets lie outside, where this drawing may have ended.
			...(isWhole ? [] : frameScene(rect, image, viewport, defaultTheme).slice(0, 1)),
			...plannedScene(document, share, viewport, defaultTheme),
		],
	};
}

/** Just the output frame, at its size: what the model gets. */
export function frameDrawing({ document }: ComposedShot): Drawing {
	const viewport = frameViewport(document);
	const { width, height } = document.frame;
	const marks = (share: number | null) => plannedScene(document, share, viewport, defaultTheme);
	return { width, height, viewport, marks };
}

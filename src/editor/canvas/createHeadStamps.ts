import { isStill, resolveTracks } from '#core/trajectory/resolveTracks.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { paintCanvas2d } from '#render/painters/canvas2d.ts';
import { type Theme, trackColor } from '#render/palette.ts';
import { headMarks as headLook } from '#render/scene/headsScene.ts';
import type { EditorState } from '../store/editorState.ts';

/** CSS px round the middle of a head: its largest disc and a soft edge. */
const half = 9;
/**
 * Draws very many heads, each as one small picture on whole pixels; what is selected lies on top.
 * The pictures are kept, one a colour; a frame makes nothing new but the positions.
 */
export function createHeadStamps(theme: Theme) {
	const stamps = new Map<string, ImageBitmap>();
	let madeFor = 0;
	const stampOf = (color: string, isSelected: boolean, ratio: number): ImageBitmap | null => {
		const key = isSelected ? `${color} selected` : color;
		const found = stamps.get(key);
		if (found) return found;
		const pixels = Math.ceil(2 * half * ratio);
		const canvas = new OffscreenCanvas(pixels, pixels);
		const context = canvas.getContext('2d');
		if (!context) return null;
		context.setTransform(ratio, 0, 0, ratio, 0, 0);
		paintCanvas2d(context, headLook([half, half], color, isSelected, theme));
		const stamp = canvas.transferToImageBitmap();
		stamps.set(key, stamp);
		return stamp;
	};
	return (context: CanvasRenderingContext2D, state: EditorState): void => {
		const { viewport, playhead, selection, history, view } = state;
		const ratio = context.getTransform().a;
		if (madeFor !== ratio) {
			for (const stamp of stamps.values()) stamp.close();
			stamps.clear();
		}
		madeFor = ratio;
		const { length } = history.present.frame;
		const chosen = new Set(selection.trackIds);
		const side = Math.ceil(2 * half * ratio) / ratio;
		for (const isOnTop of [false, true])
			for (const track of resolveTracks(history.present)) {
				if (chosen.has(track.id) !== isOnTop) continue;
				if (!track.visible || isStill(track) || playhead > (track.timing.release ?? 1)) continue;
				if (view.soloId !== null && view.soloId !== track.id) continue;
				const at = view.clock.positionAt(sampleTrack(track), playhead, length);
				const x = at.x * viewport.scale + viewport.x - half;
				const y = at.y * viewport.scale + viewport.y - half;
				const stamp = stampOf(trackColor(theme, track.color), isOnTop, ratio);
				if (!stamp) return;
				context.drawImage(
					stamp,
					Math.round(x * ratio) / ratio,
					Math.round(y * ratio) / ratio,
					side,
					side,
				);
			}
	};
}

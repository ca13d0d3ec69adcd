import { documentSchema } from '#core/document/document.ts';
import { positionAtShare } from '#core/trajectory/time.ts';
import { type MovingStarter, movingStarter, type StarterThumb } from './movingStarter.ts';
import { fetchStarterShot, type StarterId, starterPartsUrl } from './starters.ts';

/** One round: the clip, faster than it is, then a rest at its end. */
const roundMs = 3600;
const restShare = 0.12;
/** A camera's thumb is shown larger, so that its edges stay out of sight while it moves. */
const cameraZoom = 1.22;

/**
 * Plays a starter in a canvas of the thumb's size: the ground, its movers and the ways they go, round after round.
 * @param onFirst After the first picture is drawn.
 * @returns Resolves when the signal ends it; rejects when its files are not there.
 */
export async function playMovingThumb(
	canvas: HTMLCanvasElement,
	id: StarterId,
	thumb: StarterThumb,
	color: string,
	signal: AbortSignal,
	onFirst: () => void,
): Promise<void> {
	const sheet = new Image();
	sheet.src = starterPartsUrl(id);
	const [shot] = await Promise.all([fetchStarterShot(id), sheet.decode()]);
	const motion = movingStarter(documentSchema.parse(shot), thumb);
	const context = canvas.getContext('2d');
	if (!context || signal.aborted) return;
	const began = performance.now();
	await new Promise<void>((resolve) => {
		const draw = (now: number) => {
			if (signal.aborted) return resolve();
			const round = (Math.max(0, now - began) / roundMs) % 1;
			drawThumb(context, sheet, thumb, motion, Math.min(1, round / (1 - restShare)), color);
			requestAnimationFrame(draw);
		};
		draw(began);
		onFirst();
	});
}

function drawThumb(
	context: CanvasRenderingContext2D,
	sheet: HTMLImageElement,
	thumb: StarterThumb,
	motion: MovingStarter,
	share: number,
	color: string,
): void {
	const { width, height, parts } = thumb;
	const [a, b, c, d, e, f] = motion.groundAt(share);
	const zoom = motion.ways.length === 0 ? cameraZoom : 1;
	context.setTransform(zoom, 0, 0, zoom, 0, (height * (1 - zoom)) / 2);
	context.transform(a, b, c, d, e, f);
	context.drawImage(sheet, 0, 0, width, height, 0, 0, width, height);
	for (const part of parts) {
		context.setTransform(...motion.partAt(part, share));
		const [x, y, w, h] = part.from as readonly [number, number, number, number];
		context.drawImage(sheet, x, y, w, h, part.at[0]!, part.at[1]!, w, h);
	}
	context.setTransform(1, 0, 0, 1, 0, 0);
	for (const way of motion.ways) drawWay(context, way, share, color);
}

function drawWay(
	context: CanvasRenderingContext2D,
	way: Float64Array,
	share: number,
	color: string,
): void {
	context.lineJoin = 'round';
	context.lineCap = 'round';
	context.beginPath();
	for (let i = 0; i < way.length; i += 2) context.lineTo(way[i]!, way[i + 1]!);
	for (const [style, width] of [
		['rgba(0, 0, 0, 0.55)', 5],
		['#fff', 2.5],
	] as const) {
		context.strokeStyle = style;
		context.lineWidth = width;
		context.stroke();
	}
	const { x, y } = positionAtShare(way, share);
	context.beginPath();
	context.arc(x, y, 6, 0, 2 * Math.PI);
	context.fillStyle = color;
	context.fill();
	context.stroke();
}

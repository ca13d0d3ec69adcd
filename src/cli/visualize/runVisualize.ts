import { toBase64 } from '#core/formats/base64.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { frameToShare } from '#core/trajectory/time.ts';
import { uprightPicture } from '#media/node/uprightPicture.ts';
import { svgDocument } from '#render/painters/svg.ts';
import { defaultTheme } from '#render/palette.ts';
import { frameScene } from '#render/scene/frameScene.ts';
import type { Mark } from '#render/scene/mark.ts';
import { plannedScene } from '#render/scene/plannedScene.ts';
import type { Viewport } from '#render/scene/viewport.ts';
import { withShell } from '../shell/createShell.ts';
import { failureEnding } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { checkTarget, writeWhole } from '../shell/writeWhole.ts';
import { type ComposedShot, composeShot } from '../shot/composeShot.ts';
import { describeNote } from '../shot/describeFinding.ts';
import type { VisualizeFlags } from './visualizeCommand.ts';

/** Longest side of the drawing, px: marks keep their size in px, so that they read on any picture. */
const shortest = 640;
const longest = 1280;

export const runVisualize = (flags: VisualizeFlags): Promise<void> =>
	withShell(flags, async (shell) => {
		const { text } = shell;
		const blocked = await checkTarget(flags.output, text);
		if (blocked) return failureEnding(blocked, text.error);
		const composed = await composeShot({ ...flags, forShow: true }, shell);
		if (!composed.ok) return failureEnding(composed.error, text.error);
		const { document, image, notes } = composed.value;
		const { length } = document.frame;
		if (flags.frame !== undefined && flags.frame >= length) {
			const message = text.shot.frameOutside(flags.frame, length - 1);
			return failureEnding({ exitCode: exitCodes.usage, kind: 'usage', message }, text.error);
		}
		const described = notes.map((note) => describeNote(note, shell));
		for (const note of described) shell.say(`${text.note}: ${note.message}`);
		const picture = await uprightPicture(image);
		if (!picture.ok) {
			const failure = { exitCode: exitCodes.failed, kind: 'picture', message: picture.error };
			return failureEnding(failure, text.error);
		}
		const { bytes, mediaType } = picture.value;
		const href = `data:${mediaType};base64,${toBase64(bytes)}`;
		const svg = drawShot(composed.value, href, flags.frame);
		const written = await writeWhole(flags.output, svg, text);
		if (!written.ok) return failureEnding(written.error, text.error);
		shell.say(text.files.wrote(flags.output, text.shot.tracks(document.tracks.length)));
		return {
			exitCode: exitCodes.ok,
			document: {
				output: flags.output,
				tracks: document.tracks.length,
				frame: { width: document.frame.width, height: document.frame.height, length },
				notes: described,
			},
			text: '',
		};
	});

function drawShot({ document, image }: ComposedShot, href: string, frame?: number): string {
	const side = Math.max(image.width, image.height);
	const scale = Math.min(longest, Math.max(shortest, side)) / side;
	const viewport: Viewport = { scale, x: 0, y: 0 };
	const size = { width: Math.round(image.width * scale), height: Math.round(image.height * scale) };
	const { rect } = createFrameMapping(image, document.frame);
	const isWhole = rect.width === image.width && rect.height === image.height;
	const share = frame === undefined ? null : frameToShare(frame, document.frame.length);
	const marks: Mark[] = [
		// Its dimming alone: the brackets lie outside, where this drawing may have ended.
		...(isWhole ? [] : frameScene(rect, image, viewport, defaultTheme).slice(0, 1)),
		...plannedScene(document, share, viewport, defaultTheme),
	];
	return svgDocument(size, marks, {
		title: document.image?.name ?? document.name,
		picture: { href, x: 0, y: 0, ...size },
	});
}

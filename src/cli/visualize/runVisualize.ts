import { extname } from 'node:path';
import { toBase64 } from '#core/formats/base64.ts';
import { isLegalLength } from '#core/guidance/legalLength.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { frameToShare } from '#core/trajectory/time.ts';
import { missingMedia } from '#media/node/missingMedia.ts';
import { uprightPicture } from '#media/node/uprightPicture.ts';
import { svgDocument } from '#render/painters/svg.ts';
import { draftText } from '../draft/draftText.ts';
import { type Shell, withShell } from '../shell/createShell.ts';
import { type Failure, failureEnding } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { checkTarget, writeWhole } from '../shell/writeWhole.ts';
import { type ComposedShot, composeShot } from '../shot/composeShot.ts';
import { describeNote } from '../shot/describeFinding.ts';
import { wholeDrawing } from './drawing.ts';
import type { VisualizeFlags } from './visualizeCommand.ts';

/** What the file's name asks for. */
const kinds = { '.svg': 'svg', '.png': 'png', '.gif': 'gif', '.mp4': 'mp4' } as const;
export type DrawingKind = (typeof kinds)[keyof typeof kinds];

/** Reads the shot, draws it, writes the file. */
export const runVisualize = (flags: VisualizeFlags): Promise<void> =>
	withShell(flags, async (shell) => {
		const { text } = shell;
		const ended = (failure: Failure) => failureEnding(failure, text.error);
		const kind = kindOf(flags, shell);
		if (!kind.ok) return ended(kind.error);
		const blocked = await checkTarget(flags.output, text);
		if (blocked) return ended(blocked);
		const composed = await composeShot({ ...flags, forShow: true }, shell);
		if (!composed.ok) return ended(composed.error);
		const { document, notes } = composed.value;
		const { length } = document.frame;
		if (flags.frame !== undefined && flags.frame >= length)
			return ended(usage(text.shot.frameOutside(flags.frame, length - 1)));
		if (flags.influence && !isLegalLength(length))
			return ended(usage(draftText(shell).noInfluence(length)));
		const described = notes.map((note) => describeNote(note, shell));
		for (const note of described) shell.say(`${text.note}: ${note.message}`);
		const drawn = await draw(composed.value, kind.value, flags, shell);
		if (!drawn.ok) return ended(drawn.error);
		const written = await writeWhole(flags.output, drawn.value, text);
		if (!written.ok) return ended(written.error);
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

const usage = (message: string): Failure => ({
	exitCode: exitCodes.usage,
	kind: 'usage',
	message,
});

/** Which drawing the flags ask for, or why they do not go together. */
function kindOf(flags: VisualizeFlags, shell: Shell): Result<DrawingKind, Failure> {
	const words = draftText(shell);
	const kind = kinds[extname(flags.output).toLowerCase() as keyof typeof kinds];
	if (kind === undefined) return fail(usage(words.unknownKind(flags.output)));
	if (kind === 'svg')
		for (const [option, isGiven] of [
			['--draft', flags.draft],
			['--influence', flags.influence],
		] as const)
			if (isGiven) return fail(usage(words.needsPixels(option)));
	if (flags.contactSheet !== undefined && kind !== 'png')
		return fail(usage(words.needsStill('--contact-sheet')));
	if (flags.frame !== undefined && (kind === 'gif' || kind === 'mp4'))
		return fail(usage(words.needsStill('--frame')));
	return ok(kind);
}

async function draw(
	shot: ComposedShot,
	kind: DrawingKind,
	flags: VisualizeFlags,
	shell: Shell,
): Promise<Result<Uint8Array | string, Failure>> {
	const failed = (reason: string, message: string) =>
		fail({ exitCode: exitCodes.failed, kind: reason, message });
	if (kind === 'svg') {
		const svg = await drawSvg(shot, flags.frame);
		return svg.ok ? svg : failed('picture', svg.error);
	}
	const missing = await missingMedia(kind === 'mp4' ? 'video' : 'picture');
	if (missing !== undefined) return failed('missingPackage', missing);
	const { writePixels } = await import('./writePixels.ts');
	const made = await writePixels(shot, kind, flags, (share) =>
		shell.progress.show(share, draftText(shell).drawing),
	);
	shell.progress.end();
	return made.ok ? made : failed('video', made.error);
}

async function drawSvg(shot: ComposedShot, frame?: number): Promise<Result<string, string>> {
	const { document, image } = shot;
	const picture = await uprightPicture(image);
	if (!picture.ok) return picture;
	const { bytes, mediaType } = picture.value;
	const { width, height, marks } = wholeDrawing(shot);
	const share = frame === undefined ? null : frameToShare(frame, document.frame.length);
	const href = `data:${mediaType};base64,${toBase64(bytes)}`;
	return ok(
		svgDocument({ width, height }, marks(share), {
			title: document.image?.name ?? document.name,
			picture: { href, x: 0, y: 0, width, height },
		}),
	);
}

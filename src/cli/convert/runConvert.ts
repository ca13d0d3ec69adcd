import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { emptyDocument, type OutputFrame, type WanDocument } from '#core/document/document.ts';
import { exportSourceOf, exportSourceOfForeign } from '#core/formats/exportSource.ts';
import { formatInfo } from '#core/formats/formats.ts';
import type { FormatId, FormatNote, Space } from '#core/formats/formatTypes.ts';
import { placeForeign } from '#core/formats/placeForeign.ts';
import { type ProjectImage, serializeProject } from '#core/formats/projectFile.ts';
import { type WrittenFile, writeForeign } from '#core/formats/writeForeign.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { type Shell, withShell } from '../shell/createShell.ts';
import { type Ending, type Failure, failureEnding } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { checkTarget, writeWhole } from '../shell/writeWhole.ts';
import { checkValues } from '../shot/checkValues.ts';
import { describeNote } from '../shot/describeFinding.ts';
import { formatsText } from '../shot/formatsText.ts';
import { withFrameFlags } from '../shot/frameFlags.ts';
import { readPicture } from '../shot/readPicture.ts';
import { readTracks, type TracksFile } from '../shot/readTracks.ts';
import type { ConvertFlags } from './convertCommand.ts';
import { formatOf, namesOf } from './outputNames.ts';

/** Reads tracks in one format and writes them in another. */
export const runConvert = (input: string, output: string, flags: ConvertFlags): Promise<void> =>
	withShell(flags, async (shell) => {
		const done = await convert(input, output, flags, shell);
		return done.ok ? done.value : failureEnding(done.error, shell.text.error);
	});

async function convert(
	input: string,
	output: string,
	flags: ConvertFlags,
	shell: Shell,
): Promise<Result<Ending, Failure>> {
	const text = formatsText(shell);
	const to = flags.to ?? formatOf(output);
	if (to === undefined) return usage(text.convert.guessTo(output));
	const info = formatInfo(to);
	if (info.canWrite === false) return usage(text.convert.notWritable(text.titles[to]));
	if (resolve(input) === resolve(output)) return usage(text.convert.sameFile);
	const blocked = await checkTarget(output, shell.text);
	if (blocked) return fail(blocked);
	const shot = await readShot(input, flags, shell);
	if (!shot.ok) return shot;
	const { file, document, picture } = shot.value;
	const notes = file.format === 'tracks' ? notesOf(file, picture !== null, shell) : [];
	for (const note of notes) shell.say(`${shell.text.note}: ${note.message}`);
	const files = contentOf(to, shot.value, flags, shell);
	if (!files.ok) return files;
	const written: string[] = [];
	for (const [path, content] of namesOf(output, files.value)) {
		const done = await writeWhole(path, content, shell.text);
		if (!done.ok) return done;
		written.push(path);
	}
	const count = file.format === 'tracks' ? file.foreign.tracks.length : document.tracks.length;
	const from = file.format === 'tracks' ? file.foreign.format : 'project';
	for (const path of written)
		shell.say(shell.text.files.wrote(path, text.convert.tracks(count, text.titles[to])));
	const { width, height, length, fps } = document.frame;
	return ok({
		exitCode: exitCodes.ok,
		document: {
			from,
			to,
			tracks: count,
			outputs: written,
			frame: { width, height, length, fps },
			...(picture ? { image: { width: picture.width, height: picture.height } } : {}),
			notes,
		},
		text: '',
	});
}

function notesOf(
	{ foreign, notes }: Extract<TracksFile, { readonly format: 'tracks' }>,
	hasPicture: boolean,
	shell: Shell,
) {
	const isUnknown = foreign.space.of === 'image' && !hasPicture;
	const all: readonly FormatNote[] = isUnknown ? [...notes, { kind: 'imageUnknown' }] : notes;
	return all.map((note) => describeNote(note, shell));
}

interface ReadShot {
	readonly file: TracksFile;
	/** Its frame, and its picture where there is one; tracks only of a project. */
	readonly document: WanDocument;
	readonly picture: WanDocument['image'];
	readonly embedded?: ProjectImage;
}

async function readShot(
	input: string,
	flags: ConvertFlags,
	shell: Shell,
): Promise<Result<ReadShot, Failure>> {
	const frame = withFrameFlags(emptyDocument.frame, flags);
	const wrong = checkValues({ ...emptyDocument, frame }, shell);
	if (wrong) return fail(wrong);
	const file = await readTracks(input, shell, {
		frame,
		...(flags.from ? { from: flags.from } : {}),
	});
	if (!file.ok) return file;
	const opened = flags.image === undefined ? undefined : await readPicture(flags.image, shell);
	if (opened && !opened.ok) return opened;
	const project = file.value.format === 'project' ? file.value.project : undefined;
	const base: WanDocument = project?.document ?? emptyDocument;
	const picture = opened ? pictureOf(opened.value) : base.image;
	const own = file.value.format === 'tracks' ? frameOf(file.value.foreign.space, flags) : {};
	const embedded = opened
		? { bytes: opened.value.bytes, mediaType: opened.value.mediaType }
		: project?.image;
	return ok({
		file: file.value,
		document: { ...base, image: picture, frame: withFrameFlags({ ...base.frame, ...own }, flags) },
		picture,
		...(embedded ? { embedded } : {}),
	});
}

const pictureOf = ({
	sha256,
	width,
	height,
	name,
	mediaType,
}: NonNullable<WanDocument['image']>): WanDocument['image'] => ({
	sha256,
	width,
	height,
	name,
	mediaType,
});

/** Where nothing is said of the frame, that of the drawing area, if a video may have it. */
function frameOf(space: Space, flags: ConvertFlags): Partial<OutputFrame> {
	if (space.of !== 'canvas' || flags.width !== undefined || flags.height !== undefined) return {};
	const { width, height } = space;
	const isFrame = [width, height].every((side) => side % 16 === 0 && side >= 320 && side <= 16_384);
	return isFrame ? { width, height } : {};
}

function contentOf(
	to: FormatId,
	{ file, document, embedded }: ReadShot,
	flags: ConvertFlags,
	shell: Shell,
): Result<readonly WrittenFile[], Failure> {
	if (to === 'project') {
		const createId = () => createUuid((count) => randomBytes(count));
		const tracks =
			file.format === 'tracks'
				? placeForeign(file.foreign, document, createId, {
						keepSamples: flags.keepSamples === true,
					})
				: document.tracks;
		const content = serializeProject({ ...document, tracks }, embedded);
		return ok([{ ending: '.wanati.json', mediaType: 'application/json', content }]);
	}
	const source =
		file.format === 'tracks'
			? exportSourceOfForeign(file.foreign, document)
			: exportSourceOf(document);
	const info = formatInfo(to);
	for (const [option, value, allowed] of [
		['--space', flags.space, info.spaces],
		['--count', flags.count, info.times],
	] as const)
		if (value !== undefined && !(allowed as readonly string[]).includes(value))
			return usage(shell.text.shot.badOption(option, 'notAllowed'));
	const written = writeForeign(to, source, {
		...(flags.space ? { space: flags.space } : {}),
		...(flags.count ? { time: flags.count } : {}),
	});
	if (written.ok) return written;
	return fail({
		exitCode: exitCodes.invalid,
		kind: written.error.kind,
		message: formatsText(shell).error({ kind: 'noTracks' }),
	});
}

const usage = (message: string): Result<never, Failure> =>
	fail({ exitCode: exitCodes.usage, kind: 'usage', message });

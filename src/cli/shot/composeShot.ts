import { randomBytes } from 'node:crypto';
import { emptyDocument, type Shot, type WanDocument } from '#core/document/document.ts';
import { serializeAtiTracks } from '#core/formats/atiTracks.ts';
import { exactTracks } from '#core/formats/exactTracks.ts';
import type { FormatNote } from '#core/formats/formatTypes.ts';
import { placeForeign, samplesInFrame } from '#core/formats/placeForeign.ts';
import { presetForImage } from '#core/frame/framePresets.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import type { StartImage } from '#media/media.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { checkValues } from './checkValues.ts';
import { type FrameFlags, withFrameFlags } from './frameFlags.ts';
import { openPicture, readPicture } from './readPicture.ts';
import { readTracks } from './readTracks.ts';

export interface ShotSource extends FrameFlags {
	/** Path; may be left out where the tracks are a project with its picture inside. */
	readonly image?: string;
	/** Path of tracks or of a project. */
	readonly tracks: string;
	/** What the command line says of the shot. */
	readonly shot?: Partial<Shot>;
	/** Tracks few points each, to be drawn; else exactly as they are. */
	readonly forShow?: boolean;
}

/** A picture and its motion, out of files. */
export interface ComposedShot {
	readonly document: WanDocument;
	readonly image: StartImage;
	/** 121 x 2 values a visible track, frame pixels: of a tracks file the very numbers in it, of a project its own. */
	readonly samples: readonly Float64Array[];
	readonly tracksJson: string;
	readonly notes: readonly FormatNote[];
	/** The workflow that a project brings, as the app wrote it. */
	readonly carried?: string;
}

/**
 * Puts a shot together. A project brings its own frame and settings; beside bare tracks the frame takes the preset
 * nearest to the picture's shape, as the app does. What the command line says wins over both.
 */
export async function composeShot(
	source: ShotSource,
	shell: Pick<Shell, 'text' | 'app'>,
): Promise<Result<ComposedShot, Failure>> {
	const file = await readTracks(source.tracks, shell);
	if (!file.ok) return file;
	const project = file.value.format === 'project' ? file.value.project : undefined;
	const inside = project?.image;
	if (source.image === undefined && !inside)
		return fail({
			exitCode: exitCodes.usage,
			kind: 'noPicture',
			message: shell.text.shot.noPicture(source.tracks),
		});
	const opened =
		source.image === undefined && inside
			? await openPicture(
					inside.bytes,
					project?.document.image?.name ?? '',
					source.tracks,
					shell.app,
				)
			: await readPicture(source.image ?? '', shell);
	if (!opened.ok) return opened;
	const image = opened.value;
	const base = project?.document ?? {
		...emptyDocument,
		frame: { ...emptyDocument.frame, ...presetForImage(image) },
	};
	const { bytes: _, ...imageRef } = image;
	const framed: WanDocument = {
		...base,
		image: imageRef,
		frame: withFrameFlags(base.frame, source),
		shot: { ...base.shot, ...source.shot },
	};
	const wrong = checkValues({ ...framed, tracks: [] }, shell);
	if (wrong) return fail(wrong);
	if (file.value.format === 'project') {
		const samples = frameSamples(framed).map((entry) => entry.samples);
		return ok({
			document: framed,
			image,
			samples,
			tracksJson: tracksText(samples),
			notes: [],
			...(project?.workflow === undefined ? {} : { carried: project.workflow }),
		});
	}
	const { foreign, notes } = file.value;
	// Now the frame and the picture are known.
	const samples = samplesInFrame(foreign, framed);
	const createId = () => createUuid((count) => randomBytes(count));
	const tracks = source.forShow
		? placeForeign(foreign, framed, createId)
		: exactTracks(framed, samples, (n) => `track-${n + 1}`);
	return ok({
		document: { ...framed, tracks },
		image,
		samples,
		tracksJson: tracksText(samples),
		notes,
	});
}

/** Shorter ones are released early: nothing else is read or sampled short. */
const tracksText = (samples: readonly Float64Array[]): string =>
	serializeAtiTracks(
		samples,
		samples.map((track) => track.length / 2),
	);

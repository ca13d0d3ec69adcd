import { emptyDocument, type OutputFrame } from '#core/document/document.ts';
import { isLegalLength } from '#core/guidance/legalLength.ts';
import { nodeTracks } from '#core/guidance/nodeTracks.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { checkValues } from '../shot/checkValues.ts';
import { type FrameFlags, withFrameFlags } from '../shot/frameFlags.ts';
import { readFileWhole } from '../shot/readFileWhole.ts';
import { readTracks } from '../shot/readTracks.ts';
import { guidanceText } from './guidanceText.ts';

export interface SampleSource extends FrameFlags {
	readonly asIs?: boolean;
	/** Override the shot's. */
	readonly temperature?: number;
	readonly topk?: number;
}

export interface ReadSamples {
	/** x, y pairs a track, frame pixels. */
	readonly samples: readonly Float64Array[];
	readonly frame: OutputFrame;
	readonly temperature: number;
	readonly topk: number;
}

const limitBytes = 256 * 1024 * 1024;

/**
 * What a file would tell the model. A project gives its visible tracks in the frame's pixels, a tracks file what reading it
 * makes of it, or with `asIs` exactly what WanTrackToVideo makes of its text; where the node fails, so does this, with the
 * reason. Refuses lengths that have no guidance.
 */
export async function readSamples(
	path: string,
	flags: SampleSource,
	shell: Shell,
): Promise<Result<ReadSamples, Failure>> {
	const shot = {
		...emptyDocument.shot,
		...(flags.temperature !== undefined && { temperature: flags.temperature }),
		...(flags.topk !== undefined && { topk: flags.topk }),
	};
	const plain = { ...emptyDocument, frame: withFrameFlags(emptyDocument.frame, flags), shot };
	const wrong = checkValues(plain, shell);
	if (wrong) return fail(wrong);
	const { temperature, topk } = shot;
	if (flags.asIs) return readAsNode(path, { frame: plain.frame, temperature, topk }, shell);

	const read = await readTracks(path, shell, { frame: plain.frame });
	if (!read.ok) return read;
	if (read.value.format === 'tracks') {
		const refused = refuseLength(path, plain.frame, shell);
		if (refused) return fail(refused);
		return ok({ samples: read.value.samples, frame: plain.frame, temperature, topk });
	}
	const { document } = read.value.project;
	const frame = withFrameFlags(document.frame, flags);
	const refused = refuseLength(path, frame, shell);
	if (refused) return fail(refused);
	// Without a picture the frame stands for it, as in the app.
	const { width, height } = frame;
	const image = document.image ?? {
		sha256: '0'.repeat(64),
		width,
		height,
		name: '',
		mediaType: 'image/png',
	};
	return ok({
		samples: frameSamples({ ...document, image, frame }).map((entry) => entry.samples),
		frame,
		temperature: flags.temperature ?? document.shot.temperature,
		topk: flags.topk ?? document.shot.topk,
	});
}

async function readAsNode(
	path: string,
	shot: Omit<ReadSamples, 'samples'>,
	shell: Shell,
): Promise<Result<ReadSamples, Failure>> {
	const bytes = await readFileWhole(path, limitBytes, shell.text);
	if (!bytes.ok) return bytes;
	const text = guidanceText(shell);
	const read = nodeTracks(new TextDecoder().decode(bytes.value), shot.frame.length);
	if (!read.ok) return fail(refusal(path, read.error.kind, text.nodeFailure(read.error), shell));
	const { tracks, spoiltBy } = read.value;
	if (tracks.length === 0) {
		// The node runs at any length then; there is just nothing to tell of it where it has no guidance.
		const refused = refuseLength(path, shot.frame, shell);
		if (refused) return fail(refused);
		shell.warn(`${shell.text.warning}: ${text.noTracks}`);
	}
	if (spoiltBy !== null) shell.warn(`${shell.text.warning}: ${text.spoilt(spoiltBy)}`);
	return ok({ samples: tracks, ...shot });
}

const refuseLength = (path: string, { length }: OutputFrame, shell: Shell): Failure | undefined =>
	isLegalLength(length)
		? undefined
		: refusal(path, 'illegalLength', guidanceText(shell).guidanceAt(length), shell);

const refusal = (path: string, kind: string, message: string, { text }: Shell): Failure => ({
	exitCode: exitCodes.invalid,
	kind,
	message: text.files.inFile(path, message),
	facts: { file: path },
});

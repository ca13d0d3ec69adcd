import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readEmbeddedWorkflow } from '#comfy/conversion/embedded/readEmbeddedWorkflow.ts';
import { emptyDocument, type OutputFrame } from '#core/document/document.ts';
import { detectFormat } from '#core/formats/detectFormat.ts';
import type { ForeignTracks, FormatId, FormatNote } from '#core/formats/formatTypes.ts';
import { type Place, samplesInFrame } from '#core/formats/placeForeign.ts';
import type { Project } from '#core/formats/projectFile.ts';
import { readForeign } from '#core/formats/readForeign.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { formatFailure } from './formatsText.ts';
import { readFileWhole } from './readFileWhole.ts';

/** What a file of motion holds. */
export type TracksFile =
	/** Samples: 121 x 2 values a track, pixels of the frame that was asked for; fewer for a released one. */
	| {
			readonly format: 'tracks';
			readonly foreign: ForeignTracks;
			readonly samples: readonly Float64Array[];
			readonly notes: readonly FormatNote[];
	  }
	| { readonly format: 'project'; readonly project: Project };

export interface TracksOptions {
	/** What the file is, where the person says so. */
	readonly from?: FormatId;
	/** The frame (832 x 480, 81 frames) and picture that other spaces are mapped to. */
	readonly frame?: OutputFrame;
	readonly image?: Place['image'];
}

/** A project with a large picture in base64, or a video with a workflow in it. */
const limitBytes = 256 * 1024 * 1024;

/**
 * Reads tracks in any format of the field, or a project file: the content tells which, not the name.
 * What is wrong is told with its place in the file, as `path` among the facts.
 */
export async function readTracks(
	path: string,
	shell: Pick<Shell, 'text' | 'app'>,
	{ from, frame = emptyDocument.frame, image = null }: TracksOptions = {},
): Promise<Result<TracksFile, Failure>> {
	const { text } = shell;
	const bytes = await readFileWhole(path, limitBytes, text);
	if (!bytes.ok) return bytes;
	const content = bytes.value;
	const format = from ?? detectFormat(content, path);
	const isMedia = format === 'comfy-workflow' && content[0] !== 0x7b;
	const embedded = isMedia ? await readEmbeddedWorkflow(content) : undefined;
	const beside = format === 'wan-move' ? await readBeside(path) : undefined;
	const read = readForeign(
		{
			content,
			name: basename(path),
			...(format === null ? {} : { format }),
			...(embedded?.ok
				? { workflows: [embedded.value.prompt, embedded.value.workflow].filter(Boolean) }
				: {}),
			...(beside ? { beside } : {}),
		},
		frame,
	);
	if (!read.ok) {
		const { error, message } = formatFailure(read.error, shell);
		return fail({
			exitCode: exitCodes.invalid,
			kind: error.kind,
			message: text.files.inFile(path, message),
			facts: { file: path, ...(format === null ? {} : { format }), ...error },
		});
	}
	if (read.value.kind === 'project') return ok({ format: 'project', project: read.value.project });
	return ok({
		format: 'tracks',
		foreign: read.value,
		samples: samplesInFrame(read.value, { frame, image }),
		notes: read.value.notes,
	});
}

/** Wan-Move's visibility lies beside its tracks, named alike. */
async function readBeside(path: string): Promise<Uint8Array | undefined> {
	const name = basename(path);
	if (!/tracks\.npy$/.test(name)) return undefined;
	try {
		const beside = join(dirname(path), name.replace(/tracks\.npy$/, 'visibility.npy'));
		const bytes = await readFile(beside);
		return bytes.length < limitBytes ? new Uint8Array(bytes) : undefined;
	} catch {
		return undefined;
	}
}

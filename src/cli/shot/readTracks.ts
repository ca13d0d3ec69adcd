import { type AtiNote, parseAtiTracks } from '#core/formats/atiTracks.ts';
import { type Project, parseProject } from '#core/formats/projectFile.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { readFileWhole } from './readFileWhole.ts';

/** What a file of motion holds. */
export type TracksFile =
	/** Samples: 121 x 2 values a track, frame pixels. */
	| {
			readonly format: 'tracks';
			readonly samples: readonly Float64Array[];
			readonly notes: readonly AtiNote[];
	  }
	| { readonly format: 'project'; readonly project: Project };

/** A project with a large picture in base64. */
const limitBytes = 256 * 1024 * 1024;

/**
 * Reads tracks in any form that `parseAtiTracks` takes, or a project file: the content tells which, not the name.
 * What is wrong is told with its place in the file, as `path` among the facts.
 */
export async function readTracks(
	path: string,
	{ text, app }: Pick<Shell, 'text' | 'app'>,
): Promise<Result<TracksFile, Failure>> {
	const bytes = await readFileWhole(path, limitBytes, text);
	if (!bytes.ok) return bytes;
	const content = new TextDecoder().decode(bytes.value);
	const refuse = (error: { readonly kind: string }, problem: string): Result<never, Failure> =>
		fail({
			exitCode: exitCodes.invalid,
			kind: error.kind,
			message: text.files.inFile(path, problem),
			facts: { file: path, ...error },
		});
	if (content.trimStart().startsWith('{')) {
		const project = parseProject(content);
		if (project.ok) return ok({ format: 'project', project: project.value });
		if (project.error.kind !== 'notAProject')
			return refuse(project.error, app.findings.projectError(project.error));
	}
	const tracks = parseAtiTracks(content);
	if (!tracks.ok) return refuse(tracks.error, app.findings.atiError(tracks.error));
	return ok({ format: 'tracks', samples: tracks.value.tracks, notes: tracks.value.notes });
}

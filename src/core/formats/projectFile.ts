import * as z from 'zod/mini';
import { documentSchema, type WanDocument } from '../document/document.ts';
import { fail, ok, type Result } from '../result.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { parseStrictJson } from './parseLooseJson.ts';
import { migrateProject, projectVersion } from './projectMigrations.ts';

export const projectExtension = '.wanati.json';
export const projectFormat = 'wan-ati project';

export const projectLimits = {
	/** Characters of a project file: an image of 150 MB as base64, and the document. */
	characters: 220 * 1024 * 1024,
} as const;

/** The start image inside a project file, the bytes as the person gave them. */
export interface ProjectImage {
	readonly bytes: Uint8Array;
	readonly mediaType: string;
}

export interface Project {
	readonly document: WanDocument;
	/** Absent: the document names its image by `document.image.sha256` only. */
	readonly image?: ProjectImage;
	/** The imported workflow that the shot runs in, as its own reader wrote it; not looked into here. */
	readonly workflow?: string;
}

/** Why a project file could not be read. `path` is like `document.tracks[2].points[17].y`. */
export type ProjectError =
	| { readonly kind: 'tooLong'; readonly characters: number; readonly limit: number }
	| { readonly kind: 'notJson'; readonly line?: number; readonly column?: number }
	/** JSON, but of something else. */
	| { readonly kind: 'notAProject' }
	| { readonly kind: 'newerVersion'; readonly version: number; readonly supported: number }
	| { readonly kind: 'invalid'; readonly path: string; readonly problem: ProjectProblem };

export type ProjectProblem =
	| 'missing'
	| 'wrongType'
	| 'tooSmall'
	| 'tooLarge'
	| 'notAllowed'
	/** Two tracks with one id. */
	| 'duplicate'
	/** The motion ends before it begins. */
	| 'endBeforeStart'
	| 'notBase64';

const envelopeSchema = z.object({
	document: documentSchema,
	image: z.optional(
		z.object({
			mediaType: z.string().check(z.regex(/^image\/[a-z0-9.+-]{1,60}$/)),
			base64: z.string(),
		}),
	),
	workflow: z.catch(z.optional(z.string()), undefined),
});

/**
 * A project as one file, `.wanati.json`: JSON with a format name, a version, the document and, if given, the image and the
 * text of the workflow.
 * Never fails: what a person made is written even where a reader would name a wrong value.
 */
export function serializeProject(
	document: WanDocument,
	image?: ProjectImage,
	workflow?: string,
): string {
	return JSON.stringify(
		{
			format: projectFormat,
			version: projectVersion,
			document,
			...(image && { image: { mediaType: image.mediaType, base64: toBase64(image.bytes) } }),
			...(workflow !== undefined && { workflow }),
		},
		null,
		'\t',
	);
}

/**
 * Reads a project file of this or an older version, or a bare document as `getDocument()` gives it.
 * Safe for files from strangers: size and shape are checked, unknown keys dropped, nothing is run. The hash of an
 * embedded image is not checked here (`core` has no SHA-256); its reader must.
 */
export function parseProject(text: string): Result<Project, ProjectError> {
	const { characters } = projectLimits;
	if (text.length > characters)
		return fail({ kind: 'tooLong', characters: text.length, limit: characters });
	const json = parseStrictJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
	if (!json.ok) return fail({ kind: 'notJson', ...json.error });
	const envelope = findEnvelope(json.value);
	if (!envelope) return fail({ kind: 'notAProject' });
	const { version } = envelope;
	if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
		return fail({ kind: 'invalid', path: 'version', problem: 'notAllowed' });
	if (version > projectVersion)
		return fail({ kind: 'newerVersion', version, supported: projectVersion });

	const migrated = migrateProject(envelope, version);
	const parsed = envelopeSchema.safeParse(migrated);
	if (!parsed.success) return fail(toProjectError(parsed.error.issues[0]!, migrated));
	const document: WanDocument = parsed.data.document;
	const broken = findBrokenTrack(document);
	if (broken) return fail({ kind: 'invalid', ...broken });
	const { workflow } = parsed.data;
	const carried = workflow === undefined ? {} : { workflow };
	if (!parsed.data.image) return ok({ document, ...carried });
	const bytes = fromBase64(parsed.data.image.base64);
	if (!bytes) return fail({ kind: 'invalid', path: 'image.base64', problem: 'notBase64' });
	return ok({ document, image: { bytes, mediaType: parsed.data.image.mediaType }, ...carried });
}

function findEnvelope(value: unknown): Readonly<Record<string, unknown>> | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	const object = value as Record<string, unknown>;
	if (object.format === projectFormat) return object;
	const isBareDocument = Array.isArray(object.tracks) && typeof object.frame === 'object';
	return isBareDocument ? { version: object.version, document: object } : undefined;
}

function toProjectError(issue: z.core.$ZodIssue, project: unknown): ProjectError {
	const path = issue.path
		.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
		.join('')
		.replace(/^\./, '');
	return { kind: 'invalid', path, problem: problemOf(issue, project) };
}

function problemOf(issue: z.core.$ZodIssue, project: unknown): ProjectProblem {
	switch (issue.code) {
		case 'invalid_type':
			return valueAt(project, issue.path) === undefined ? 'missing' : 'wrongType';
		case 'too_small':
			return 'tooSmall';
		case 'too_big':
			return 'tooLarge';
		default:
			return 'notAllowed';
	}
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
	let value: unknown = root;
	for (const key of path) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
		value = (value as Record<PropertyKey, unknown>)[key];
	}
	return value;
}

/** What the schema cannot say. */
function findBrokenTrack(
	document: WanDocument,
): { path: string; problem: ProjectProblem } | undefined {
	const ids = new Set<string>();
	for (const [n, track] of document.tracks.entries()) {
		const path = `document.tracks[${n}]`;
		if (ids.has(track.id)) return { path: `${path}.id`, problem: 'duplicate' };
		ids.add(track.id);
		if (track.timing.end < track.timing.start)
			return { path: `${path}.timing.end`, problem: 'endBeforeStart' };
	}
	return undefined;
}

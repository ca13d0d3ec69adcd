import type { WanDocument } from '#core/document/document.ts';

/** What the list shows of a project, without its document. */
export interface ProjectInfo {
	readonly id: string;
	readonly name: string;
	/** Another one after each write, by whatever tab: whoever writes names the one that was read. */
	readonly revision: string;
	/** ms since the epoch. */
	readonly savedAt: number;
	readonly trackCount: number;
	/** Fingerprint of the start image, so that it is kept; null: none. */
	readonly imageSha256: string | null;
}

export interface StoredProject {
	readonly info: ProjectInfo;
	/** As it was written, by this version or another: pass the schema before use. */
	readonly document: unknown;
}

/** A small picture of a project as it was at a revision. */
export interface ProjectThumb {
	readonly revision: string;
	readonly bytes: Uint8Array;
	readonly mediaType: string;
}

/** Projects by id: kept between visits, shared by the tabs. */
export interface ProjectStorage {
	/** Newest first. */
	list(): Promise<readonly ProjectInfo[]>;
	load(id: string): Promise<StoredProject | undefined>;
	/**
	 * Writes a document in one step, unless somebody else has written since `known` was read: then nothing is written and
	 * undefined is returned. A project that is gone is made again.
	 * @param known Revision that this writer read or wrote last; undefined: it never saw one.
	 */
	save(
		id: string,
		document: WanDocument,
		known: string | undefined,
	): Promise<ProjectInfo | undefined>;
	/** Puts back what was removed. */
	restore(project: StoredProject): Promise<void>;
	remove(id: string): Promise<void>;
	getThumb(id: string): Promise<ProjectThumb | undefined>;
	putThumb(id: string, thumb: ProjectThumb): Promise<void>;
}

/** What is known of a document that may be of another version, or damaged. */
export function describeDocument(
	document: unknown,
): Pick<ProjectInfo, 'name' | 'trackCount' | 'imageSha256'> {
	const { name, tracks, image } = asRecord(document);
	const { sha256 } = asRecord(image);
	return {
		name: typeof name === 'string' ? name : '',
		trackCount: Array.isArray(tracks) ? tracks.length : 0,
		imageSha256: typeof sha256 === 'string' ? sha256 : null,
	};
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

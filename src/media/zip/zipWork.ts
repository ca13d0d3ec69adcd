import type { WanDocument } from '#core/document/document.ts';
import type { ProjectImage } from '#core/formats/projectFile.ts';

/** A file of an archive that is made elsewhere. */
export interface ZipJobFile {
	readonly name: string;
	/** A project is written as its file's text where the archive is made: with a picture in it that is work. */
	readonly content: Uint8Array | string | ZipProject;
	/** Packing does not make it smaller. */
	readonly isPacked?: boolean;
}

export interface ZipProject {
	readonly document: WanDocument;
	readonly image: ProjectImage | undefined;
	/** The text of the workflow that it carries. */
	readonly workflow: string | undefined;
}

/** To who makes the archive. Files that belong together come together, and are answered before the next. */
export type ZipRequest =
	| {
			readonly type: 'add';
			readonly files: readonly ZipJobFile[];
			/** ms since the epoch. */
			readonly changedAt: number;
	  }
	| { readonly type: 'end' };

export type ZipReply =
	| { readonly type: 'added' }
	| { readonly type: 'done'; readonly archive: Blob }
	| { readonly type: 'failed'; readonly detail: string };

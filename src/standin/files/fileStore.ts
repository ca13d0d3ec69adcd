import { createHash } from 'node:crypto';
import { posix } from 'node:path';

export type FileType = 'input' | 'output' | 'temp';

export interface StoredFile {
	readonly type: FileType;
	readonly subfolder: string;
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly sha256: string;
	readonly modified: Date;
}

/** ComfyUI's input, output and temp folders, in memory. */
export interface FileStore {
	put(type: FileType, subfolder: string, name: string, bytes: Uint8Array): StoredFile;
	/**
	 * Saves an upload by ComfyUI's rule: same name and same bytes keep the name and are not written again,
	 * other bytes become `x (1).png`, `x (2).png`, ...; `overwrite` keeps the name.
	 */
	upload(
		place: { type: FileType; subfolder: string; name: string; overwrite: boolean },
		bytes: Uint8Array,
	): StoredFile;
	get(type: FileType, subfolder: string, name: string): StoredFile | undefined;
	/** What LoadImage finds for `name`, `subfolder/name` or `name [type]`. */
	find(annotated: string): StoredFile | undefined;
	/** A free `PREFIX_00001_` name, as SaveVideo counts. */
	nextName(prefix: string, extension: string): { subfolder: string; name: string };
	remove(file: StoredFile): void;
	list(type: FileType): readonly StoredFile[];
}

export const isFileType = (text: string): text is FileType =>
	text === 'input' || text === 'output' || text === 'temp';

/** Splits `name [type]`, ComfyUI's annotated file name. */
export function splitAnnotation(text: string): { path: string; type: FileType | undefined } {
	const match = /^(.*) \[(input|output|temp)\]$/s.exec(text);
	if (!match) return { path: text, type: undefined };
	return { path: match[1] as string, type: match[2] as FileType };
}

/** Whether a relative path stays inside its folder. */
export function staysInside(path: string): boolean {
	if (posix.isAbsolute(path)) return false;
	const normal = posix.normalize(path);
	return normal !== '..' && !normal.startsWith('../');
}

export function createFileStore(): FileStore {
	const files = new Map<string, StoredFile>();
	const key = (type: string, subfolder: string, name: string): string =>
		posix.join(type, subfolder, name);

	const store: FileStore = {
		put(type, subfolder, name, bytes) {
			const sha256 = createHash('sha256').update(bytes).digest('hex');
			const file = { type, subfolder, name, bytes, sha256, modified: new Date() };
			files.set(key(type, subfolder, name), file);
			return file;
		},
		upload({ type, subfolder, name, overwrite }, bytes) {
			if (overwrite) return store.put(type, subfolder, name, bytes);
			const sha256 = createHash('sha256').update(bytes).digest('hex');
			const { name: stem, ext } = posix.parse(name);
			for (let copy = 0; ; copy++) {
				const free = copy === 0 ? name : `${stem} (${copy})${ext}`;
				const there = store.get(type, subfolder, free);
				if (!there) return store.put(type, subfolder, free, bytes);
				if (there.sha256 === sha256) return there;
			}
		},
		get: (type, subfolder, name) => files.get(key(type, subfolder, name)),
		find(annotated) {
			const { path, type } = splitAnnotation(annotated);
			if (!staysInside(path)) return undefined;
			return store.get(type ?? 'input', posix.dirname(path), posix.basename(path));
		},
		nextName(prefix, extension) {
			const { dir: subfolder, base } = posix.parse(prefix);
			const taken = store
				.list('output')
				.filter((f) => f.subfolder === subfolder && f.name.startsWith(`${base}_`))
				.map((f) => Number.parseInt(f.name.slice(base.length + 1), 10))
				.filter(Number.isInteger);
			const counter = String(Math.max(0, ...taken) + 1).padStart(5, '0');
			return { subfolder, name: `${base}_${counter}_.${extension}` };
		},
		remove(file) {
			files.delete(key(file.type, file.subfolder, file.name));
		},
		list: (type) => [...files.values()].filter((f) => f.type === type),
	};
	return store;
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import { documentSchema, type WanDocument } from '#core/document/document.ts';
import type { EditorStore } from '#editor/store/createEditorStore.ts';
import type { TabLink } from '#jobs/tabs/tabLink.ts';
import type { ProjectStorage } from '../persistence/projectRecord.ts';
import { type Autosave, createAutosave } from '../studio/createAutosave.ts';

export type OpenFailure = 'missing' | 'unreadable';

/** What a person has to be told; see `ProjectsWatch`. */
export type ProjectNotice =
	/** Another tab wrote this project first: the shot of this tab goes on as a project of its own. */
	| { readonly kind: 'keptBoth' }
	/** Another tab wrote it, and nothing was changed here. */
	| { readonly kind: 'changedElsewhere'; readonly projectId: string }
	| { readonly kind: 'openElsewhere' }
	/** The project that was open last cannot be read by this version; it is left as it is. */
	| { readonly kind: 'unreadable'; readonly name: string };

export interface ProjectsState {
	/** The project that the document on the canvas belongs to. */
	readonly currentId: string;
	/** In the order they came; whoever shows them takes them away. */
	readonly notices: readonly ProjectNotice[];
}

/**
 * Which project the shot on the canvas is, and its way to storage. Undo crosses from one project into the one before: each
 * document that was ever on the canvas is remembered with its project.
 */
export interface Projects extends StoreApi<ProjectsState> {
	readonly autosave: Autosave;
	/**
	 * What `put` puts on the canvas, as one undo step, begins a new project, unless the canvas was empty.
	 * @param isSketch It is forgotten when it is left unchanged: an empty shot, a starter that was only looked at.
	 */
	begin(put: () => void, isSketch?: boolean): void;
	/** Opens a stored project with a new history; 'opened', or why not, and then nothing has changed. */
	open(id: string): Promise<'opened' | OpenFailure>;
	/** The project open last in this tab, else the one saved last; whether there was one. */
	openLast(): Promise<boolean>;
	/** Deletes a project; what waits to be saved of it is dropped. */
	remove(id: string): Promise<void>;
	takeNotices(): readonly ProjectNotice[];
	dispose(): void;
}

/** Which project was open last: of this tab first, then of the browser. */
export interface ProjectMemory {
	get(): readonly string[];
	set(projectId: string): void;
}

export interface ProjectsOptions {
	readonly editor: EditorStore;
	readonly storage: ProjectStorage;
	readonly tabs: Pick<TabLink, 'post' | 'subscribe'>;
	readonly createId: () => string;
	readonly setTimeout: (callback: () => void, ms: number) => number;
	readonly clearTimeout: (id: number) => void;
	/** ms. */
	readonly now: () => number;
	readonly memory: ProjectMemory;
}

/** With the write itself well below the second that may be lost. */
const AUTOSAVE_MS = 400;
/** While a drag goes on it is saved so often, so that no more is lost of it than of anything else. */
const GESTURE_MS = 500;

export function createProjects(options: ProjectsOptions): Projects {
	const { editor, storage, tabs, createId } = options;
	const store = createStore<ProjectsState>(() => ({ currentId: createId(), notices: [] }));
	const owners = new WeakMap<WanDocument, string>();
	/** Projects that went on under another id, as another tab had written theirs. */
	const heirs = new Map<string, string>();
	const revisions = new Map<string, string>();
	const sketches = new Map<string, WanDocument>();
	let isLoading = false;
	let pushedAt = 0;
	let remembered: string | undefined;

	const heirOf = (id: string): string => {
		const heir = heirs.get(id);
		return heir === undefined ? id : heirOf(heir);
	};
	const remember = (id: string) => {
		if (remembered !== id) options.memory.set(id);
		remembered = id;
	};
	const current = () => store.getState().currentId;
	const tell = (notice: ProjectNotice) =>
		store.setState(({ notices }) => ({ notices: [...notices, notice] }));

	const write = async (asked: string, document: WanDocument): Promise<void> => {
		const id = heirOf(asked);
		const info = await storage.save(id, document, revisions.get(id));
		if (info) {
			revisions.set(id, info.revision);
			tabs.post({ project: id, is: 'saved' });
			return;
		}
		const heir = createId();
		heirs.set(id, heir);
		await write(heir, document);
		if (current() === id) enter(heir);
		remember(current());
		tell({ kind: 'keptBoth' });
	};
	const autosave = createAutosave({
		save: write,
		delayMs: AUTOSAVE_MS,
		setTimeout: options.setTimeout,
		clearTimeout: options.clearTimeout,
	});

	/** Leaves the current project for another one. */
	const enter = (id: string) => {
		const left = current();
		if (left === id) return;
		store.setState({ currentId: id });
		if (sketches.has(left)) void remove(left).catch(() => undefined);
	};
	const remove = async (id: string) => {
		autosave.forget(id);
		await autosave.flush();
		await storage.remove(id);
	};

	const stopFollowing = editor.subscribe((state, before) => {
		const document = state.history.present;
		const isDragging = state.history.gesture !== null;
		const isDropped = !isDragging && before.history.gesture !== null;
		if (document === before.history.present && !isDropped) return;
		const owner = owners.get(document);
		const id = heirOf(owner ?? current());
		if (owner === undefined) owners.set(document, id);
		enter(id);
		remember(id);
		if (isLoading) return;
		if (sketches.get(id) !== document) sketches.delete(id);
		if (isDragging && options.now() - pushedAt < GESTURE_MS) return;
		pushedAt = options.now();
		autosave.push(id, document);
	});

	const leaveTabs = tabs.subscribe((message) => {
		const { project, is } = (message ?? {}) as { project?: unknown; is?: unknown };
		if (project !== current()) return;
		if (is === 'opened') tabs.post({ project, is: 'open' });
		if (is === 'open') tell({ kind: 'openElsewhere' });
		if (is === 'saved' && !autosave.isWaiting(current()))
			tell({ kind: 'changedElsewhere', projectId: current() });
	});

	const open = async (asked: string): Promise<'opened' | OpenFailure> => {
		await autosave.flush();
		const id = heirOf(asked);
		const stored = await storage.load(id);
		if (!stored) return 'missing';
		const parsed = documentSchema.safeParse(stored.document);
		if (!parsed.success) return 'unreadable';
		revisions.set(id, stored.info.revision);
		owners.set(parsed.data, id);
		isLoading = true;
		editor.loadDocument(parsed.data);
		isLoading = false;
		tabs.post({ project: id, is: 'opened' });
		return 'opened';
	};

	return {
		...store,
		autosave,
		begin(put, isSketch = false) {
			const before = editor.getDocument();
			const left = current();
			if (!isEmpty(before)) store.setState({ currentId: createId() });
			const began = current();
			put();
			const document = editor.getDocument();
			if (document === before) return void store.setState({ currentId: left });
			if (isSketch) sketches.set(began, document);
			store.setState({ currentId: left });
			enter(began);
		},
		open,
		async openLast() {
			const known = await storage.list();
			for (const id of new Set([...options.memory.get(), ...known.map((info) => info.id)])) {
				const result = await open(id);
				if (result === 'opened') return true;
				const name = known.find((info) => info.id === id)?.name ?? '';
				if (result === 'unreadable') tell({ kind: 'unreadable', name });
			}
			return false;
		},
		remove,
		takeNotices() {
			const { notices } = store.getState();
			if (notices.length > 0) store.setState({ notices: [] });
			return notices;
		},
		dispose() {
			stopFollowing();
			leaveTabs();
			autosave.dispose();
		},
	};
}

/** Nothing a person made is in it. */
const isEmpty = ({ image, tracks, shot }: WanDocument): boolean =>
	image === null && tracks.length === 0 && shot.prompt === '';

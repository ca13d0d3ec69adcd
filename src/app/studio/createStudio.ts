import { createStore, type StoreApi } from 'zustand/vanilla';
import { documentSchema, type WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import { createEditorStore, type EditorStore } from '#editor/store/createEditorStore.ts';
import {
	createGenerationStore,
	type GenerationStore,
} from '#generation/jobs/createGenerationStore.ts';
import { createJobManager, type JobManager } from '#jobs/createJobManager.ts';
import { createDraftEngine } from '#jobs/draftEngine.ts';
import { renderStartFrame } from '#media/browser/renderStartFrame.ts';
import type { StartFrame } from '#media/media.ts';
import { createDraftRenderer } from '../draft/createDraftRenderer.ts';
import { openStudioDatabase, type StudioDatabase } from '../persistence/studioDatabase.ts';
import { browserPlatform } from '../platform/browserPlatform.ts';
import { createTabLink } from '../platform/createTabLink.ts';
import {
	createPreferencesStore,
	type PreferencesStore,
	safeLocalStorage,
} from '../preferences/preferences.ts';
import { fetchStarter, type StarterId, starterIds } from '../start/starters.ts';
import { type Autosave, createAutosave } from './createAutosave.ts';
import { createPictureStore, type PictureStore } from './createPictureStore.ts';
import { createServerList, isAnyServer, type ServerList } from './createServerList.ts';
import { createWorkflowList, type WorkflowList } from './createWorkflowList.ts';
import { lazyEngine } from './lazyEngine.ts';
import { loadComfyEngine } from './loadComfyEngine.ts';

export interface StorageFaults {
	readonly count: number;
}

/** Everything that lives as long as the page, put together once. */
export interface Studio {
	readonly database: StudioDatabase;
	readonly preferences: PreferencesStore;
	readonly editor: EditorStore;
	readonly pictures: PictureStore;
	readonly jobs: JobManager;
	readonly servers: ServerList;
	/** Imported workflows. */
	readonly workflows: WorkflowList;
	readonly autosave: Autosave;
	/** Which job fills the middle of the window; none: the drawing. */
	readonly generation: GenerationStore;
	/** Counts results that could not be stored. */
	readonly storageFaults: StoreApi<StorageFaults>;
	/** Fetches a starter and keeps its picture; rejects when its files are not there. */
	fetchStarter(id: StarterId): Promise<WanDocument>;
	dispose(): void;
}

const AUTOSAVE_MS = 400;

/** Opens the stored shot, or the first starter on a first visit, and picks up the runs that were open. */
export async function createStudio(): Promise<Studio> {
	const database = await openStudioDatabase();
	const platform = browserPlatform();
	const createId = () => createUuid(platform.randomBytes);
	const preferences = createPreferencesStore(safeLocalStorage());
	const editor = createEditorStore({ createId });
	const pictures = createPictureStore(database);
	const servers = createServerList(preferences, document.baseURI);
	const storageFaults = createStore<StorageFaults>(() => ({ count: 0 }));
	const draft = createDraftRenderer();
	const tabs = createTabLink(platform);
	const jobs = createJobManager({
		engines: [
			createDraftEngine({ render: draft }),
			lazyEngine('comfy', async () => {
				const { createStudioComfyEngine } = await loadComfyEngine();
				return createStudioComfyEngine({
					platform,
					servers,
					preferences,
					workflow: database.workflows.get,
				});
			}),
		],
		storage: database.jobs,
		tabs,
		now: platform.now,
		createId,
		startFrame: (shot) => startFrameOf(pictures, shot),
		slots: (engine) =>
			engine === 'comfy' && isAnyServer(preferences.get().engine)
				? Math.max(1, servers.getState().servers.length)
				: 1,
		onStorageError: () => storageFaults.setState(({ count }) => ({ count: count + 1 })),
	});
	const autosave = createAutosave({
		save: database.saveDocument,
		delayMs: AUTOSAVE_MS,
		setTimeout: (callback, ms) => window.setTimeout(callback, ms),
		clearTimeout: (id) => window.clearTimeout(id),
	});
	const takeStarter = async (id: StarterId) => {
		const starter = await fetchStarter(id);
		const shot = documentSchema.parse(starter.document);
		if (shot.image) await pictures.keep(starter.picture, shot.image);
		return shot;
	};
	const studio = {
		database,
		preferences,
		editor,
		pictures,
		jobs,
		servers,
		workflows: createWorkflowList(database.workflows),
		autosave,
		generation: createGenerationStore(jobs),
		storageFaults,
		fetchStarter: takeStarter,
	};
	await openFirstDocument(studio, database);
	const stops = [followDocument(studio), flushWhenLeaving(autosave)];
	await servers.refresh();
	await jobs.resume();
	return {
		...studio,
		dispose() {
			for (const stop of stops) stop();
			jobs.dispose();
			tabs.dispose();
			draft.dispose();
			autosave.dispose();
			pictures.dispose();
			database.close();
		},
	};
}

async function openFirstDocument(
	{ editor, fetchStarter }: Pick<Studio, 'editor' | 'fetchStarter'>,
	database: StudioDatabase,
): Promise<void> {
	const stored = documentSchema.safeParse(await database.loadDocument());
	if (stored.success) return editor.loadDocument(stored.data);
	// Without the sample's files (a bare copy of the page) the start screen is the beginning.
	const sample = await fetchStarter(starterIds[0]).catch(() => undefined);
	if (sample) editor.loadDocument(sample);
}

/** Shows the picture that the document names and stores every settled change. */
function followDocument({
	editor,
	pictures,
	autosave,
}: Pick<Studio, 'editor' | 'pictures' | 'autosave'>): () => void {
	void pictures.show(editor.getDocument().image);
	autosave.push(editor.getDocument());
	return editor.subscribe((state, before) => {
		const document = state.history.present;
		if (document.image?.sha256 !== before.history.present.image?.sha256)
			void pictures.show(document.image);
		const wasOpen = before.history.gesture !== null;
		if (!state.history.gesture && (document !== before.history.present || wasOpen))
			autosave.push(document);
	});
}

function flushWhenLeaving(autosave: Autosave): () => void {
	const flush = () => void autosave.flush();
	const flushHidden = () => {
		if (document.visibilityState === 'hidden') flush();
	};
	window.addEventListener('pagehide', flush);
	document.addEventListener('visibilitychange', flushHidden);
	return () => {
		window.removeEventListener('pagehide', flush);
		document.removeEventListener('visibilitychange', flushHidden);
	};
}

/** The crop of a shot's picture at the output size; rejects when the picture is gone. */
async function startFrameOf(pictures: PictureStore, shot: WanDocument): Promise<StartFrame> {
	const image = shot.image && (await pictures.bytesOf(shot.image.sha256));
	if (!shot.image || !image) throw new Error('The start image of this shot is gone');
	const { rect } = createFrameMapping(shot.image, shot.frame);
	return renderStartFrame(image, rect, shot.frame.width, shot.frame.height);
}

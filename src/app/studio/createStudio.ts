import type { ReactNode } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { documentSchema, type WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import { createEditorStore, type EditorStore } from '#editor/store/createEditorStore.ts';
import {
	createGenerationStore,
	type GenerationStore,
} from '#generation/jobs/createGenerationStore.ts';
import type { ServerRef } from '#generation/server/serverRef.ts';
import { createJobManager, type JobManager } from '#jobs/createJobManager.ts';
import type { TabLink } from '#jobs/tabs/tabLink.ts';
import { setMediaHost } from '#media/browser/mediaUrl.ts';
import { renderStartFrame } from '#media/browser/renderStartFrame.ts';
import type { StartFrame } from '#media/media.ts';
import { createDraftRenderer } from '../draft/createDraftRenderer.ts';
import { openStudioDatabase, type StudioDatabase } from '../persistence/studioDatabase.ts';
import { browserPlatform } from '../platform/browserPlatform.ts';
import { createTabLink } from '../platform/createTabLink.ts';
import {
	createPreferencesStore,
	hasPreferences,
	type PreferencesStore,
	safeLocalStorage,
} from '../preferences/preferences.ts';
import { createProjects, type Projects } from '../projects/createProjects.ts';
import { projectMemory } from '../projects/projectMemory.ts';
import { fetchStarter, type StarterId, starterIds } from '../start/starters.ts';
import type { Autosave } from './createAutosave.ts';
import { createPictureStore, type PictureStore } from './createPictureStore.ts';
import { createServerList, isAnyServer, type ServerList } from './createServerList.ts';
import { createWorkflowList, runnableWorkflows, type WorkflowList } from './createWorkflowList.ts';
import { lazyEngine } from './lazyEngine.ts';
import { loadComfyEngine } from './loadComfyEngine.ts';
import { loadDraftEngine } from './loadDraftEngine.ts';

/** What could not be stored, counted. */
export interface StorageFaults {
	readonly results: number;
	readonly pictures: number;
}

/** Everything that lives as long as the page, put together once. */
export interface Studio {
	readonly database: StudioDatabase;
	readonly preferences: PreferencesStore;
	readonly editor: EditorStore;
	readonly pictures: PictureStore;
	readonly jobs: JobManager;
	/** The other tabs on the same storage. */
	readonly tabs: TabLink;
	readonly servers: ServerList;
	/** Imported workflows. */
	readonly workflows: WorkflowList;
	/** The stored shots, and which of them is on the canvas. */
	readonly projects: Projects;
	/** Which job fills the middle of the window; none: the drawing. */
	readonly generation: GenerationStore;
	readonly storageFaults: StoreApi<StorageFaults>;
	/** Fetches a starter and keeps its picture; rejects when its files are not there. */
	fetchStarter(id: StarterId): Promise<WanDocument>;
	dispose(): void;
}

/** What is around the app where it is a part of another page. */
export interface Surroundings {
	/** Over the app. */
	readonly banner: ReactNode;
	/** Of that page: what is called the system's theme. */
	readonly theme: 'dark' | 'light';
}

/** Puts something on the canvas of a studio that is empty yet. */
export type FirstShot = (studio: Omit<Studio, 'dispose'>) => Promise<Surroundings>;

/**
 * Opens the stored shot, or the first starter on a first visit, and picks up the runs that were open.
 * @param firstShot Opens another one instead; which was open last stays what it was.
 */
export async function createStudio(
	firstShot?: FirstShot,
): Promise<{ readonly studio: Studio; readonly around: Surroundings | undefined }> {
	const platform = browserPlatform();
	const createId = () => createUuid(platform.randomBytes);
	const database = await openStudioDatabase({ now: platform.now, createId });
	const storage = safeLocalStorage();
	const isFirstVisit = !hasPreferences(storage);
	const preferences = createPreferencesStore(storage);
	const editor = createEditorStore({ createId });
	const servers = createServerList(preferences, document.baseURI);
	const storageFaults = createStore<StorageFaults>(() => ({ results: 0, pictures: 0 }));
	const pictures = createPictureStore(database.images, () =>
		storageFaults.setState((faults) => ({ pictures: faults.pictures + 1 })),
	);
	const draft = createDraftRenderer();
	const tabs = createTabLink(platform);
	const jobs = createJobManager({
		engines: [
			lazyEngine('draft', async () => {
				const { createStudioDraftEngine } = await loadDraftEngine();
				return createStudioDraftEngine(draft, platform);
			}),
			lazyEngine('comfy', async () => {
				const { createStudioComfyEngine } = await loadComfyEngine();
				return createStudioComfyEngine({
					platform,
					servers,
					preferences,
					workflow: runnableWorkflows(database.workflows),
				});
			}),
		],
		storage: database.jobs,
		tabs,
		now: platform.now,
		createId,
		startFrame: (shot) => startFrameOf(pictures, shot),
		projectId: () => projects.getState().currentId,
		slots: (engine) =>
			engine === 'comfy' && isAnyServer(preferences.get().engine)
				? Math.max(1, servers.getState().servers.length)
				: 1,
		onStorageError: () => storageFaults.setState(({ results }) => ({ results: results + 1 })),
	});
	const projects = createProjects({
		editor,
		storage: database.projects,
		tabs,
		createId,
		now: platform.now,
		setTimeout: (callback, ms) => window.setTimeout(callback, ms),
		clearTimeout: (id) => window.clearTimeout(id),
		memory: firstShot ? { get: () => [], set: () => undefined } : projectMemory,
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
		tabs,
		servers,
		workflows: createWorkflowList(database.workflows),
		projects,
		generation: createGenerationStore(jobs),
		storageFaults,
		fetchStarter: takeStarter,
	};
	const around = firstShot && (await firstShot(studio));
	if (!firstShot) await openFirstDocument(studio);
	const stops = [showPictures(studio), flushWhenLeaving(projects.autosave)];
	await servers.refresh();
	const own = servers.getState().servers.find(({ kind }) => kind === 'sameOrigin');
	if (own && isFirstVisit) preferences.set({ engine: own.id });
	if (own) setMediaHost(findMediaHost(own));
	await jobs.resume();
	return {
		around,
		studio: {
			...studio,
			dispose() {
				for (const stop of stops) stop();
				jobs.dispose();
				tabs.dispose();
				draft.dispose();
				projects.dispose();
				pictures.dispose();
				database.close();
			},
		},
	};
}

/** Where videos are put if the page may not play them from memory; rarely needed, so its code travels by itself. */
const findMediaHost = async (server: ServerRef) =>
	(await import('../platform/findMediaHost.ts')).findMediaHost(server);

async function openFirstDocument({
	editor,
	projects,
	fetchStarter,
}: Pick<Studio, 'editor' | 'projects' | 'fetchStarter'>): Promise<void> {
	if (await projects.openLast()) return;
	// Without the sample's files (a bare copy of the page) the start screen is the beginning.
	const sample = await fetchStarter(starterIds[0]).catch(() => undefined);
	if (sample) projects.begin(() => editor.loadDocument(sample), true);
}

/** Shows the picture that the document names. */
function showPictures({ editor, pictures }: Pick<Studio, 'editor' | 'pictures'>): () => void {
	void pictures.show(editor.getDocument().image);
	return editor.subscribe(({ history: { present } }, { history: { present: before } }) => {
		if (present.image?.sha256 !== before.image?.sha256) void pictures.show(present.image);
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

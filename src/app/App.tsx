import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { CanvasArea } from '#editor/canvas/CanvasArea.tsx';
import { ToolRail } from '#editor/panels/ToolRail.tsx';
import { useEditor } from '#editor/useEditor.ts';
import { useOpenJob } from '#generation/jobs/createGenerationStore.ts';
import { useText } from '#ui/text/useText.tsx';
import { useDraftPreview } from './draft/useDraftPreview.ts';
import { FileInputs, type FileInputsHandle } from './FileInputs.tsx';
import { AppHeader } from './header/AppHeader.tsx';
import { SaveMark } from './header/SaveMark.tsx';
import { usePopups } from './header/usePopups.ts';
import { useSettingsMenu } from './header/useSettingsMenu.ts';
import { useShotMenu } from './header/useShotMenu.ts';
import { useUndoLabels } from './header/useUndoLabels.ts';
import { useAppShortcuts } from './hooks/useAppShortcuts.ts';
import { useAutomation } from './hooks/useAutomation.ts';
import { useFileActions } from './hooks/useFileActions.ts';
import { useGenerate } from './hooks/useGenerate.ts';
import { useGuidanceLayer } from './hooks/useGuidanceLayer.ts';
import { useIncomingFiles } from './hooks/useIncomingFiles.ts';
import { useIsPhone } from './hooks/useMediaQuery.ts';
import { usePreferences } from './hooks/usePreferences.ts';
import { useServers } from './hooks/useServers.ts';
import styles from './layout/App.module.css';
import {
	EngineSelect,
	FrameSettings,
	GuidanceBar,
	HistoryPanel,
	Inspector,
	JobView,
	PaletteDialogs,
	ProjectsWatch,
	RegionStudio,
	ServerWatch,
	StartScreen,
	TimelinePanel,
	useLazyParts,
	WindowDialogs,
} from './layout/lazyParts.ts';
import { MissingPicture } from './layout/MissingPicture.tsx';
import { type PanelName, PanelTabs } from './layout/PanelTabs.tsx';
import { Tray } from './layout/Tray.tsx';
import { useWindowDialog } from './layout/useWindowDialog.ts';
import { usePalette } from './palette/usePalette.ts';
import type { Studio } from './studio/createStudio.ts';

/** The window: header, tools, canvas or job, inspector, timeline and results; or the start screen. */
export function App({ studio }: { readonly studio: Studio }) {
	const { editor, pictures, preferences, generation, projects } = studio;
	const text = useText();
	const { engine } = usePreferences(preferences);
	const dialog = useWindowDialog();
	const { show, showClip } = dialog;
	const files = useFileActions(studio, showClip);
	const inputs = useRef<FileInputsHandle>(null);
	const [panel, setPanel] = useState<PanelName>('tracks');
	const connect = useCallback(() => show('connect'), [show]);
	const showProjects = useCallback(() => show('projects'), [show]);
	const saveFile = useCallback(() => void files.saveProjectFile(), [files]);
	const servers = useServers(studio);
	const { blocked, mendAt, generate } = useGenerate(studio, connect);
	const isDraggingOver = useIncomingFiles(files.openAny);
	const picture = useSyncExternalStore(pictures.subscribe, pictures.get);
	const openJob = useOpenJob(generation);
	const shot = useEditor(editor, ({ history: { present } }) => ({
		name: present.name,
		frame: present.frame,
		hasImage: present.image !== null,
	}));
	const undo = useUndoLabels(editor);
	const menu = useShotMenu({
		files,
		inputs,
		hasImage: shot.hasImage,
		show,
	});
	const palette = usePalette();
	const settingsMenu = useSettingsMenu(preferences, palette);
	const bitmap = picture.name === 'ready' ? picture.bitmap : null;
	const isPhone = useIsPhone();
	useAppShortcuts({ studio, generate, palette });
	useAutomation(studio);
	useToolClosesJob(studio);
	const isCanvasThere = !shot.hasImage || picture.name === 'ready' || picture.name === 'missing';
	const hasPanels = useOncePainted(isCanvasThere);
	const popups = usePopups(hasPanels);
	const engineSelect = hasPanels && (
		<EngineSelect
			engine={engine}
			servers={servers.list}
			states={servers.states}
			onEngine={(next) => preferences.set({ engine: next })}
			onConnect={connect}
		/>
	);
	useLazyParts(hasPanels);
	// On a phone the panel below a job is that of the results: the tracks belong to the drawing.
	const isJobOpen = openJob !== undefined;
	useEffect(() => setPanel(isJobOpen ? 'results' : 'tracks'), [isJobOpen]);
	const underlay = useDraftPreview(studio, useGuidanceLayer(studio.editor, hasPanels));

	return (
		<div className={styles.app} data-empty={!shot.hasImage || undefined} data-panel={panel}>
			<AppHeader
				shotName={shot.name}
				frame={shot.frame}
				hasImage={shot.hasImage}
				saveMark={
					<SaveMark autosave={projects.autosave} isPersistent={studio.database.isPersistent} />
				}
				undoLabel={undo.undo}
				redoLabel={undo.redo}
				generateBlocked={blocked}
				popups={popups}
				menu={menu}
				settingsMenu={settingsMenu}
				frameSettings={<FrameSettings store={editor} />}
				history={<HistoryPanel store={editor} />}
				engineSelect={engineSelect}
				isCompact={isPhone}
				onRename={(name) =>
					editor.dispatch(text.app.steps.rename, [{ type: 'document/rename', name }])
				}
				onUndo={editor.undo}
				onRedo={editor.redo}
				onConnect={connect}
				onGenerate={generate}
				onBlockedGenerate={() => (mendAt === 'workflows' ? show('workflows') : setPanel('checks'))}
			/>
			{shot.hasImage ? (
				<>
					<section className={styles.rail} aria-label={text.editor.tools}>
						<ToolRail store={editor} direction={isPhone ? 'row' : 'column'} />
					</section>
					<main className={styles.center}>
						<h1 className="visually-hidden">{shot.name}</h1>
						{openJob ? (
							<JobView studio={studio} job={openJob} servers={servers} onConnect={connect} />
						) : picture.name === 'missing' ? (
							<MissingPicture
								image={picture.image}
								onChoose={() => inputs.current?.chooseReplacement()}
							/>
						) : (
							<CanvasArea
								store={editor}
								picture={bitmap}
								viewBar={hasPanels && <GuidanceBar store={editor} picture={bitmap} />}
								underlay={underlay}
								overlay={hasPanels && <RegionStudio store={editor} picture={bitmap} />}
							/>
						)}
					</main>
					<PanelTabs panel={panel} onPanel={setPanel} />
					<aside className={styles.inspector} aria-label={text.app.inspector}>
						{hasPanels && (
							<Inspector
								studio={studio}
								servers={servers}
								files={files}
								inputs={inputs}
								compactHead={isPhone && engineSelect}
								onWorkflows={() => show('workflows')}
							/>
						)}
					</aside>
					{openJob?.state !== 'done' && (
						<div className={styles.timeline}>{hasPanels && <TimelinePanel store={editor} />}</div>
					)}
				</>
			) : (
				<StartScreen
					isDraggingOver={isDraggingOver}
					isReading={files.isReading}
					onChooseFile={() => inputs.current?.chooseImage()}
					onPaste={() => void files.pasteImage()}
					onStarter={(id) => void files.openStarter(id)}
					onProjects={showProjects}
				/>
			)}
			<div className={styles.tray}>
				<Tray studio={studio} onGallery={() => show('gallery')} />
			</div>
			<FileInputs ref={inputs} files={files} />
			{isDraggingOver && shot.hasImage && (
				<div className={styles.dropVeil}>{text.app.start.dropNow}</div>
			)}
			{palette.kind && (
				<PaletteDialogs
					studio={studio}
					kind={palette.kind}
					items={[...menu, ...settingsMenu]}
					onConnect={connect}
					onGenerate={generate}
					onClose={palette.close}
				/>
			)}
			{hasPanels && (
				<ProjectsWatch studio={studio} onSaveFile={saveFile} onProjects={showProjects} />
			)}
			{servers.chosen && (
				<ServerWatch server={servers.chosen} list={servers.list} onAnswer={servers.onAnswer} />
			)}
			{dialog.name && (
				<WindowDialogs
					dialog={dialog}
					studio={studio}
					servers={servers}
					files={files}
					inputs={inputs}
				/>
			)}
		</div>
	);
}

/** Taking up a tool while a job fills the middle goes back to the drawing. */
function useToolClosesJob({ editor, generation }: Studio): void {
	useEffect(
		() =>
			editor.subscribe((state, before) => {
				if (state.tool.id !== before.tool.id) generation.getState().closeJob();
			}),
		[editor, generation],
	);
}

/** True once the window has been painted with the condition holding, and from then on: panels come after the canvas. */
function useOncePainted(condition: boolean): boolean {
	const [isPainted, setPainted] = useState(false);
	useEffect(() => {
		if (!condition) return;
		// The second frame begins when the first has been painted.
		let id = requestAnimationFrame(() => {
			id = requestAnimationFrame(() => setPainted(true));
		});
		return () => cancelAnimationFrame(id);
	}, [condition]);
	return isPainted;
}

import { useMemo, useRef, useState } from 'react';
import { emptyDocument, type WanDocument } from '#core/document/document.ts';
import type { Result } from '#core/result.ts';
import { downloadBytes } from '#generation/download/downloadBytes.ts';
import { safeFileName } from '#generation/download/safeFileName.ts';
import type { Messages } from '#text/messages.ts';
import type { Toasts } from '#ui/controls/createToasts.ts';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useText } from '#ui/text/useText.tsx';
import { loadImport } from '../formats/loadImport.ts';
import { imageErrorText } from '../imageErrorText.ts';
import type { StarterId } from '../start/starters.ts';
import type { Studio } from '../studio/createStudio.ts';
import type { OpenProjectError } from '../studio/projectFiles.ts';
import { exportTracks, openPicture } from '../studio/shotFiles.ts';

export interface FileActions {
	/** A picture is being read. */
	readonly isReading: boolean;
	openImage(file: Blob, name: string): Promise<void>;
	/** The same tracks over another picture. */
	replaceImage(file: Blob, name: string): Promise<void>;
	/** Any file a person drops: a picture, a project, tracks. */
	openAny(files: readonly File[]): Promise<void>;
	openProjectFile(file: Blob): Promise<void>;
	/** @param others Dropped with it: Wan-Move's visibility. */
	importTracksFile(file: File, others?: readonly File[]): Promise<void>;
	exportTracksFile(): void;
	saveProjectFile(): Promise<void>;
	pasteImage(): Promise<void>;
	openStarter(id: StarterId): Promise<void>;
	newShot(): void;
}

/**
 * Files in and out, each with its message; a failure leaves the shot as it was.
 * @param showClip Opens a video to take tracks from it; keeps its identity.
 */
export function useFileActions(studio: Studio, showClip: (clip: File) => void): FileActions {
	const text = useText();
	const toasts = useToasts();
	const [reading, setReading] = useState(0);
	const latest = useRef({ text, toasts });
	latest.current = { text, toasts };
	const actions = useMemo(
		() =>
			createFileActions(
				studio,
				() => latest.current,
				(change) => setReading((n) => n + change),
				showClip,
			),
		[studio, showClip],
	);
	return useMemo(() => ({ ...actions, isReading: reading > 0 }), [actions, reading]);
}

/** Project files and what reads them are not what the drawing waits for. */
const loadProjectFiles = () => import('../studio/projectFiles.ts');

function createFileActions(
	studio: Studio,
	latest: () => { readonly text: Messages; readonly toasts: Toasts },
	countReading: (change: 1 | -1) => void,
	showClip: (clip: File) => void,
): Omit<FileActions, 'isReading'> {
	const { editor, generation, projects } = studio;
	const fail = (title: string, message: string) =>
		latest().toasts.show({ tone: 'error', title, text: message });
	const toEditor = () => generation.getState().closeJob();

	const takePicture = async (file: Blob, name: string, keepTracks: boolean) => {
		const { text, toasts } = latest();
		countReading(1);
		try {
			if (!keepTracks && (await isPng(file))) {
				const { openPngProject } = await loadProjectFiles();
				const project = await openPngProject(studio, file, text.app.steps.openProject);
				if (project) return void (await sayOpened(project));
			}
			const hadTracks = editor.getDocument().tracks.length > 0;
			const opened = await openPicture(studio, file, name, text.app.steps.setImage, keepTracks);
			if (!opened.ok)
				return void fail(text.app.image.errors.title, imageErrorText(opened.error, text));
			toEditor();
			// Without it the picture is open all the same.
			if (await isPng(file))
				loadImport()
					.then(({ offerTracks }) => offerTracks(studio, latest(), file))
					.catch(() => undefined);
			if (hadTracks && !keepTracks)
				toasts.show({
					title: text.app.files.newShot(editor.getDocument().name),
					action: { label: text.app.files.takeBack, onAction: editor.undo },
				});
		} finally {
			countReading(-1);
		}
	};
	const sayOpened = async (opened: Result<WanDocument, OpenProjectError>) => {
		const { text, toasts } = latest();
		if (!opened.ok) {
			const { openProjectErrorText } = await import('../projects/openProjectErrorText.ts');
			return fail(text.app.files.projectFailed, openProjectErrorText(opened.error, text));
		}
		toEditor();
		return toasts.show({
			tone: 'ok',
			title: text.app.files.opened(opened.value.name),
			action: { label: text.app.files.takeBack, onAction: editor.undo },
		});
	};
	const openProjectFile = async (file: Blob) => {
		if (await isPng(file)) return takePicture(file, '', false);
		const { openProject } = await loadProjectFiles();
		const label = latest().text.app.steps.openProject;
		await sayOpened(await openProject(studio, await file.text(), label));
	};
	const importTracksFile = async (file: File, others?: readonly File[]) => {
		const { importFile } = await loadImport();
		if (await importFile(studio, latest(), file, others)) toEditor();
	};
	/** Tracks of a video that was dropped, or of a picture that moves. */
	const offerClip = async (file: File) =>
		(await import('../video-tracks/offerClip.ts')).offerClip(latest(), file, showClip);
	return {
		openImage: (file, name) => takePicture(file, name, false),
		replaceImage: (file, name) => takePicture(file, name, true),
		openProjectFile,
		importTracksFile,
		async openAny([file, ...others]) {
			if (!file) return;
			if (!/\.json$/i.test(file.name)) {
				// One of ours, before it is taken for tracks in a picture.
				if ((await isPng(file)) && (await (await loadProjectFiles()).holdsProject(file)))
					return openProjectFile(file);
				const isPicture = /\.(jpe?g|webp|avif|gif)$/i.test(file.name);
				const kind = isPicture ? 'picture' : await (await loadImport()).kindOfFile(file);
				if (kind === 'picture') {
					if (!/^image\//.test(file.type) && (await offerClip(file))) return;
					await takePicture(file, file.name, false);
					// Without the offer the picture is open all the same.
					if (/\.(gif|webp)$/i.test(file.name)) await offerClip(file).catch(() => false);
					return;
				}
				return kind === 'project' ? openProjectFile(file) : importTracksFile(file, others);
			}
			return /\.wanati\.json$/i.test(file.name) ||
				(await file.slice(0, 400).text()).includes('wan-ati project')
				? openProjectFile(file)
				: importTracksFile(file);
		},
		exportTracksFile() {
			const { text, toasts } = latest();
			const json = exportTracks(studio);
			if (json === '[]')
				return void toasts.show({ tone: 'warn', title: text.app.files.exportEmpty });
			downloadBytes(
				json,
				'application/json',
				safeFileName(`${editor.getDocument().name} tracks`, 'json'),
			);
		},
		async saveProjectFile() {
			const { projectFileName, saveProject } = await loadProjectFiles();
			const json = await saveProject(studio);
			downloadBytes(json, 'application/json', projectFileName(editor.getDocument().name));
		},
		async pasteImage() {
			const { text, toasts } = latest();
			try {
				for (const item of await navigator.clipboard.read()) {
					const type = item.types.find((candidate) => candidate.startsWith('image/'));
					if (type) return takePicture(await item.getType(type), `pasted.${type.slice(6)}`, false);
				}
				toasts.show({ tone: 'warn', title: text.app.start.pasteNothing });
			} catch {
				toasts.show({ tone: 'warn', title: text.app.start.pasteRefused });
			}
		},
		async openStarter(id) {
			try {
				const document = await studio.fetchStarter(id);
				projects.begin(
					() =>
						editor.dispatch(latest().text.app.steps.openStarter, [
							{ type: 'document/replace', document },
						]),
					true,
				);
				toEditor();
			} catch (cause) {
				fail(latest().text.app.files.starterFailed, cause instanceof Error ? cause.message : '');
			}
		},
		newShot() {
			const { text } = latest();
			const { frame, shot } = editor.getDocument();
			const document = { ...emptyDocument, frame, shot: { ...shot, prompt: '' } };
			projects.begin(
				() => editor.dispatch(text.app.steps.newShot, [{ type: 'document/replace', document }]),
				true,
			);
			toEditor();
		},
	};
}

/** By its first bytes: what a file is called says little. A file that cannot be read is none. */
async function isPng(file: Blob): Promise<boolean> {
	try {
		const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
		return [137, 80, 78, 71].every((byte, index) => head[index] === byte);
	} catch {
		return false;
	}
}

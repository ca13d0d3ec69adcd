import type { Command } from '#core/document/commands.ts';
import type { WanDocument } from '#core/document/document.ts';
import type { ImagePoint, ScreenPoint } from '#core/geometry/point.ts';

/**
 * What scripts may call on `window.wanAti`; stable, described in docs/automation.md.
 * It does what the interface does, by the same commands.
 */
export interface WanAti {
	/** The document as it is now. */
	getDocument(): WanDocument;
	/** Opens the text of a project file; rejects with a plain sentence when it cannot be read. */
	loadProject(json: string): Promise<void>;
	/** Applies a command, or several as one undo step. */
	dispatch(command: Command | readonly Command[]): void;
	/** Where an image point lies in the window, CSS pixels. */
	imageToScreen(point: ImagePoint): ScreenPoint;
	/** ATI tracks JSON of the visible tracks: 121 samples each (fewer for one released early), frame pixels, 2 decimals. */
	exportTracks(): string;
}

declare global {
	interface Window {
		wanAti?: WanAti;
	}
}

/** Puts the value on the window; the returned function takes it off again. */
export function installWanAti(api: WanAti): () => void {
	window.wanAti = api;
	return () => {
		delete window.wanAti;
	};
}

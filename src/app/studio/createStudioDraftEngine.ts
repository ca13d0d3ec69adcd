import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import { createDraftEngine, type DraftRenderer } from '#jobs/draftEngine.ts';
import type { Engine } from '#jobs/engine.ts';
import { loggedEngine } from '#jobs/runLog/loggedEngine.ts';
import { runLog } from './runLog.ts';

/** The draft engine as this page uses it: its runs are in the run log too. */
export const createStudioDraftEngine = (render: DraftRenderer, platform: ComfyPlatform): Engine =>
	loggedEngine({ log: runLog, platform, create: () => createDraftEngine({ render }) });

import type { ShotValues } from '#comfy/workflow/bindShot.ts';
import type { ModelChoice } from '#comfy/workflow/modelRoles.ts';
import type { JobInput } from '../engine.ts';

/** A job's input as the graph takes it. */
export function shotValues(input: JobInput, models: ModelChoice, image: string): ShotValues {
	const { shot, frame } = input.document;
	return {
		prompt: shot.prompt,
		negative: shot.negative,
		seed: input.seed,
		steps: shot.steps,
		cfg: shot.cfg,
		sampler: shot.sampler,
		scheduler: shot.scheduler,
		shift: shot.shift,
		temperature: shot.temperature,
		topk: shot.topk,
		width: frame.width,
		height: frame.height,
		length: frame.length,
		fps: frame.fps,
		image,
		tracks: input.tracksJson,
		models,
		// Records from before there were any have none.
		loras: shot.loras ?? [],
	};
}

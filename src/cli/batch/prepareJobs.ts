import { access } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { ok, type Result } from '#core/result.ts';
import type { PlannedJob } from '#jobs/batch/expandPlan.ts';
import type { ModelFlags, Template } from '../server/loadTemplate.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { type PreparedShot, prepareShot } from '../shot/prepareShot.ts';
import { given, parseLora, shotOf } from '../shot/shotFlags.ts';
import { type OpenedWorkflow, openWorkflow } from '../workflow/openWorkflow.ts';

/** A job of the plan that can run. Its shot is read again when it does: a picture a job would fill the memory. */
export interface ReadyJob {
	readonly planned: PlannedJob;
	readonly seed: number;
	/** The same for the same video: named by content. */
	readonly key: string;
	readonly group: string;
	readonly output: string;
	read(): Promise<Result<PreparedShot, Failure>>;
}

/** A job that cannot. */
export interface WrongJob {
	readonly planned: PlannedJob;
	readonly failure: Failure;
}

export interface JobSource {
	/** Of the plan. */
	readonly folder: string;
	/** Where the videos go. */
	readonly output: string;
	readonly template: Template;
	readonly models: ModelFlags;
	/** Says what nodes of a workflow take. */
	readonly client: ComfyClient | undefined;
}

/** Holds every job against its files and the checks. */
export async function prepareJobs(
	planned: readonly PlannedJob[],
	source: JobSource,
	shell: Shell,
	onProgress: (done: number) => void,
): Promise<readonly (ReadyJob | WrongJob)[]> {
	const workflows = new Map<string, Promise<Result<OpenedWorkflow, Failure>>>();
	const workflowOf = async (path: string | undefined) => {
		if (path === undefined) return ok(undefined);
		const file = await findFile(path, source.folder);
		const opened = workflows.get(file) ?? openWorkflow(file, [], source.client, shell);
		workflows.set(file, opened);
		return opened;
	};
	const read = async (job: PlannedJob): Promise<Result<PreparedShot, Failure>> => {
		const workflow = await workflowOf(job.workflow);
		if (!workflow.ok) return workflow;
		return prepareShot(
			{
				tracks: await findFile(job.tracks, source.folder),
				...given({
					image: job.image === undefined ? undefined : await findFile(job.image, source.folder),
					width: job.width,
					height: job.height,
					length: job.length,
					fps: job.fps,
				}),
				shot: shotOf({
					...job,
					lora: job.loras?.map((one) =>
						typeof one === 'string'
							? parseLora(one)
							: { strength: 1, ...given(one), name: one.name },
					),
				}),
				models: { ...source.models, ...given(modelsOf(job)) },
				workflow: workflow.value,
			},
			source.template,
			shell,
		);
	};
	const prepared: (ReadyJob | WrongJob)[] = [];
	const times = new Map<string, number>();
	for (const job of planned) {
		const shot = await read(job);
		if (shot.ok) {
			// Without a seed a job has the project's, or the one of a new shot: the same each time.
			const { seed } = shot.value.document.shot;
			const same = `${shot.value.key}:${seed}`;
			const time = (times.get(same) ?? 0) + 1;
			times.set(same, time);
			prepared.push({
				planned: job,
				seed,
				// Twice in the plan is made twice.
				key: time === 1 ? same : `${same}#${time}`,
				group: shot.value.group,
				output: outputOf(job, source.output),
				read: () => read(job),
			});
		} else prepared.push({ planned: job, failure: shot.error });
		onProgress(prepared.length);
	}
	return prepared;
}

const outputOf = ({ output, name }: PlannedJob, folder: string): string =>
	output === undefined || !isAbsolute(output) ? join(folder, output ?? `${name}.mp4`) : output;

const modelsOf = ({
	diffusionModel,
	weightType,
	textEncoder,
	vae,
	clipVision,
}: PlannedJob): ModelFlags => ({
	...{ diffusionModel, weightType, textEncoder, vae, clipVision },
});

/** From the plan's folder, from here, or from the folder above the plan's, as ATI's own `examples/test.yaml` means it. */
async function findFile(path: string, folder: string): Promise<string> {
	if (isAbsolute(path)) return path;
	for (const base of [folder, '.', dirname(resolve(folder))]) {
		const file = join(base, path);
		if (
			await access(file).then(
				() => true,
				() => false,
			)
		)
			return file;
	}
	return join(folder, path);
}

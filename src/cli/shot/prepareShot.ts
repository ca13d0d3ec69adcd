import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { type Finding, hasErrors, lintDocument } from '#core/lint/lintDocument.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { JobInput } from '#jobs/engine.ts';
import { renderStartFrame } from '#media/node/renderStartFrame.ts';
import { sha256Hex } from '#media/sha256.ts';
import { chosenModels, type ModelFlags, type Template } from '../server/loadTemplate.ts';
import type { JobMeans } from '../server/openServers.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { type OpenedWorkflow, openCarried } from '../workflow/openWorkflow.ts';
import { type ComposedShot, composeShot, type ShotSource } from './composeShot.ts';
import { describeFinding, findingLine } from './describeFinding.ts';

export interface ShotSpec extends ShotSource {
	readonly models: ModelFlags;
	/** The graph to run in; absent: the one that a project brings, else our own. */
	readonly workflow?: OpenedWorkflow | undefined;
}

/** A shot that nothing stands in the way of, as far as can be told without a server. */
export interface PreparedShot extends ComposedShot {
	readonly means: JobMeans;
	readonly findings: readonly Finding[];
	/** For people: warnings and hints of the checks. */
	readonly lines: readonly string[];
	/** Names everything but the seed that makes the video what it is. */
	readonly key: string;
	/** What the server has to have loaded: models, LoRAs, size. */
	readonly group: string;
}

/** Puts a shot together and holds it against the same checks that block Generate in the app. */
export async function prepareShot(
	spec: ShotSpec,
	template: Template,
	shell: Pick<Shell, 'text' | 'app'>,
): Promise<Result<PreparedShot, Failure>> {
	const composed = await composeShot(spec, shell);
	if (!composed.ok) return composed;
	const workflow = spec.workflow ? ok(spec.workflow) : ownWorkflow(composed.value, spec, shell);
	if (!workflow.ok) return workflow;
	const shot = withWorkflow(composed.value, workflow.value);
	const { document } = shot;
	const findings = lintDocument(document);
	const described = findings.map((finding) => describeFinding(finding, document, shell));
	const lines = described.map((finding) => findingLine(finding, shell));
	if (hasErrors(findings))
		return fail({
			exitCode: exitCodes.invalid,
			kind: 'findings',
			message: [shell.text.shot.findingsStop, ...lines.map((line) => `  ${line}`)].join('\n'),
			facts: { findings: described },
		});
	const means: JobMeans = {
		models: chosenModels(template.models, spec.models),
		workflow: workflow.value,
	};
	return ok({
		...shot,
		means,
		findings,
		lines,
		key: keyOf(shot, means),
		group: groupOf(shot, means),
	});
}

/** What the engine gets of a shot. */
export function jobInputOf(
	{ document, image, samples, tracksJson }: ComposedShot,
	seed: number,
): JobInput {
	const { width, height } = document.frame;
	return {
		document,
		seed,
		samples,
		tracksJson,
		startFrame: () => {
			const { rect } = createFrameMapping(image, document.frame);
			return renderStartFrame(image.bytes, rect, width, height);
		},
	};
}

/** The workflow that a project brings with it. */
function ownWorkflow(
	{ carried, document }: ComposedShot,
	{ tracks }: ShotSpec,
	{ text, app }: Pick<Shell, 'text' | 'app'>,
): Result<OpenedWorkflow | undefined, Failure> {
	const { workflow } = document.shot;
	if (workflow === defaultWorkflow) return ok(undefined);
	const opened = carried === undefined ? fail('') : openCarried(carried);
	if (opened.ok) return opened;
	const sentence = app.errors.engine({ kind: 'missingWorkflow', workflow });
	return fail({
		exitCode: exitCodes.invalid,
		kind: 'missingWorkflow',
		message: text.files.inFile(tracks, `${sentence.title}. ${text.workflow.giveIt}`),
		facts: { file: tracks, workflow },
	});
}

const defaultWorkflow = 'video_wan_ati';

const withWorkflow = (shot: ComposedShot, workflow: OpenedWorkflow | undefined): ComposedShot => ({
	...shot,
	document: {
		...shot.document,
		shot: { ...shot.document.shot, workflow: workflow?.id ?? defaultWorkflow },
	},
});

function keyOf({ document, image, tracksJson }: ComposedShot, { models }: JobMeans): string {
	const { seed: _seed, newSeedEachTime: _new, ...settings } = document.shot;
	// The name of the picture and of the tracks do not count.
	return hash([image.sha256, document.frame, settings, tracksJson, models]).slice(0, 32);
}

/** A workflow of a person's own has its models in itself. */
const groupOf = ({ document }: ComposedShot, { models, workflow }: JobMeans): string => {
	const { width, height, length } = document.frame;
	return hash([workflow?.id ?? models, document.shot.loras, width, height, length]).slice(0, 16);
};

const hash = (value: unknown): string => sha256Hex(new TextEncoder().encode(JSON.stringify(value)));

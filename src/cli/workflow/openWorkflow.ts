import { basename } from 'node:path';
import type { BoundWorkflow } from '#comfy/binding/boundWorkflow.ts';
import { boundWorkflowSchema } from '#comfy/binding/boundWorkflowSchema.ts';
import { guessBinding } from '#comfy/binding/guessBinding.ts';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { convertWorkflow } from '#comfy/conversion/convertWorkflow.ts';
import { isRecord } from '#comfy/conversion/json/isRecord.ts';
import { parseLosslessJson } from '#comfy/conversion/json/parseLosslessJson.ts';
import { stringifyLosslessJson } from '#comfy/conversion/json/stringifyLosslessJson.ts';
import { readWorkflowFile } from '#comfy/conversion/readWorkflowFile.ts';
import type { ObjectInfo } from '#comfy/protocol/objectInfo.ts';
import { readObjectInfo } from '#comfy/protocol/readObjectInfo.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { sha256Hex } from '#media/sha256.ts';
import { describeEngineError } from '../result/describeOutcome.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { readFileWhole } from '../shot/readFileWhole.ts';
import { applyBinds } from './applyBinds.ts';

/** A workflow of a person's own, and where a shot goes in it. */
export interface OpenedWorkflow extends BoundWorkflow {
	/** Named by its content, and by where the shot goes. */
	readonly id: string;
	readonly name: string;
	/** Classes of the server; empty when none was asked. */
	readonly info: ObjectInfo;
	/** Classes that the server lacks. */
	readonly unknown: readonly string[];
}

/** Of a video around a workflow; the workflow in it has a limit of its own. */
const largestFile = 2 ** 31 - 1;

/**
 * Opens a workflow: API format, what ComfyUI's page saves, a picture or video that holds either, or what `workflow bind` wrote.
 * What binding it lacks is guessed; `binds` change it (`FIELD=NODE.INPUT`).
 * @param client Says what its classes take; only the page's own format cannot do without.
 */
export async function openWorkflow(
	file: string,
	binds: readonly string[],
	client: ComfyClient | undefined,
	shell: Pick<Shell, 'text' | 'app'>,
): Promise<Result<OpenedWorkflow, Failure>> {
	const { text } = shell;
	const bytes = await readFileWhole(file, largestFile, text);
	if (!bytes.ok) return bytes;
	const read = await readBound(bytes.value, file, client, shell);
	if (!read.ok) return read;
	const bound = applyBinds(read.value, binds, text);
	if (!bound.ok) return bound;
	const { graph, binding } = bound.value;
	const content = stringifyLosslessJson({ graph, binding });
	const id = `cli-${sha256Hex(new TextEncoder().encode(content)).slice(0, 16)}`;
	return ok({ ...bound.value, id });
}

/** The workflow that a project carries, as the app wrote it. */
export function openCarried(carried: string): Result<OpenedWorkflow, string> {
	const bound = boundOf(carried);
	if (!bound) return fail('');
	const id = `cli-${sha256Hex(new TextEncoder().encode(carried)).slice(0, 16)}`;
	return ok({ ...bound, id, info: new Map(), unknown: [] });
}

type Read = Omit<OpenedWorkflow, 'id'>;

async function readBound(
	bytes: Uint8Array,
	file: string,
	client: ComfyClient | undefined,
	shell: Pick<Shell, 'text' | 'app'>,
): Promise<Result<Read, Failure>> {
	const bound = bytes[0] === 0x7b ? boundOf(new TextDecoder().decode(bytes)) : undefined;
	if (bound) return ok({ ...bound, info: new Map(), unknown: [] });
	const { app, text } = shell;
	const refuse = (kind: string, problem: string): Result<never, Failure> =>
		fail({
			exitCode: exitCodes.invalid,
			kind,
			message: text.files.inFile(file, problem),
			facts: { file },
		});
	const json = await readWorkflowFile(bytes);
	if (!json.ok) return refuse(json.error.kind, app.workflow.error(json.error));
	const alone = convertWorkflow(json.value, {});
	const isApi = alone.ok && alone.value.notes.some(({ kind }) => kind === 'alreadyApi');
	if (!alone.ok) return refuse(alone.error.kind, app.workflow.error(alone.error));
	const name = basename(file).replace(/\.[a-z0-9]+$/i, '');
	if (!client) {
		if (!isApi) return refuse('needsServer', text.workflow.needsServer);
		const { graph } = alone.value;
		const info: ObjectInfo = new Map();
		return ok({ name, graph, binding: guessBinding(graph, info), info, unknown: [] });
	}
	const path = '/object_info';
	const answer = await client.document(path);
	if (!answer.ok) return fail(describeEngineError(answer.error, shell));
	const raw = parseLosslessJson(answer.value);
	const info = raw.ok ? readObjectInfo(raw.value) : raw;
	if (!raw.ok || !info.ok)
		return fail(
			describeEngineError({ kind: 'protocol', url: client.baseUrl + path, detail: '' }, shell),
		);
	const converted = convertWorkflow(json.value, raw.value, { now: new Date() });
	if (!converted.ok) return refuse(converted.error.kind, app.workflow.error(converted.error));
	const { graph, unknownClasses } = converted.value;
	const binding = guessBinding(graph, info.value);
	return ok({ name, graph, binding, info: info.value, unknown: unknownClasses });
}

function boundOf(text: string): (BoundWorkflow & { readonly name: string }) | undefined {
	const json = parseLosslessJson(text);
	if (!json.ok || !isRecord(json.value) || !isRecord(json.value.binding)) return undefined;
	return boundWorkflowSchema.safeParse(json.value).data;
}

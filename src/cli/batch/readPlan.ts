import { LineCounter, parseDocument } from 'yaml';
import { fail, type Result } from '#core/result.ts';
import { expandPlan, type PlanError, type PlannedJob } from '#jobs/batch/expandPlan.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { readFileWhole } from '../shot/readFileWhole.ts';

const limitBytes = 8 * 1024 * 1024;

/** Reads a plan (YAML or JSON); what is wrong is told with its line. */
export async function readPlan(
	path: string,
	{ text }: Pick<Shell, 'text'>,
): Promise<Result<readonly PlannedJob[], Failure>> {
	const bytes = await readFileWhole(path, limitBytes, text);
	if (!bytes.ok) return bytes;
	const lineCounter = new LineCounter();
	const document = parseDocument(new TextDecoder().decode(bytes.value), {
		lineCounter,
		prettyErrors: false,
		logLevel: 'silent',
	});
	const refuse = (
		kind: string,
		offset: number | undefined,
		problem: string,
		facts: object,
	): Result<never, Failure> => {
		const line = offset === undefined ? undefined : lineCounter.linePos(offset).line;
		const place = line === undefined ? path : `${path}:${line}`;
		return fail({
			exitCode: exitCodes.invalid,
			kind,
			message: text.files.inFile(place, problem),
			facts: { file: path, ...(line === undefined ? {} : { line }), ...facts },
		});
	};
	const [broken] = document.errors;
	if (broken) return refuse('notYaml', broken.pos[0], text.batch.notYaml(broken.message), {});
	let plan: unknown;
	try {
		// Aliases that multiply themselves are refused by the reader.
		plan = document.toJS({ maxAliasCount: 100 });
	} catch (error) {
		return refuse('notYaml', undefined, text.batch.notYaml(String(error)), {});
	}
	const jobs = expandPlan(plan);
	if (jobs.ok) return jobs;
	const { path: keys, problem } = jobs.error;
	return refuse(problem, offsetOf(document, keys), text.batch.planError[problem](placeOf(keys)), {
		path: placeOf(keys),
	});
}

/** Where a value stands, or the nearest one around it. */
function offsetOf(
	document: ReturnType<typeof parseDocument>,
	path: PlanError['path'],
): number | undefined {
	for (let length = path.length; length >= 0; length--) {
		const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
		const range = (node as { readonly range?: readonly number[] | null } | null | undefined)?.range;
		if (range?.[0] !== undefined) return range[0];
	}
	return undefined;
}

/** `jobs[3].steps` */
const placeOf = (path: PlanError['path']): string =>
	path
		.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
		.join('')
		.replace(/^\./, '');

import { isRecord } from '../json/isRecord.ts';

/** What a golden pair's index says of it. */
export interface GoldenEntry {
	readonly features: readonly string[];
	/** `node.input` of prompts that are thrown dice for, and of texts with a date: any string will do. */
	readonly random?: readonly string[];
	readonly dated?: readonly string[];
	/** Such pairs are not counted: the page sends nodes without a class. */
	readonly missingTypes?: readonly string[];
}

/**
 * How a converted graph differs from the one that ComfyUI's page made: ids, classes and inputs; titles and the order of
 * keys do not count, numbers are equal as doubles. With the feature `renumbered`, equal up to a renaming of nodes.
 * @returns one line for each difference; empty when they are the same.
 */
export function judgeGraph(want: unknown, got: unknown, entry: GoldenEntry): readonly string[] {
	if (!isRecord(want) || !isRecord(got)) return ['no graph'];
	if (entry.features.includes('renumbered'))
		return shape(want) === shape(got) ? [] : ['differs beyond a renaming of nodes'];
	const loose = new Set([...(entry.random ?? []), ...(entry.dated ?? [])]);
	const ids = new Set([...Object.keys(want), ...Object.keys(got)]);
	return [...ids].flatMap((id) => judgeNode(id, want[id], got[id], loose));
}

function judgeNode(
	id: string,
	want: unknown,
	got: unknown,
	loose: ReadonlySet<string>,
): readonly string[] {
	if (!isRecord(want)) return [`+ ${id}`];
	if (!isRecord(got)) return [`- ${id}`];
	const found: string[] = [];
	if (want.class_type !== got.class_type) found.push(`${id}: class ${String(got.class_type)}`);
	const [a, b] = [want.inputs, got.inputs].map((inputs) => (isRecord(inputs) ? inputs : {}));
	for (const name of new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])) {
		const [wanted, given] = [a?.[name], b?.[name]];
		if (loose.has(`${id}.${name}`) && typeof given === 'string') continue;
		if (canonical(wanted) !== canonical(given))
			found.push(`${id}.${name}: ${canonical(given)} for ${canonical(wanted)}`);
	}
	return found;
}

/** Text in which equal JSON is equal: keys sorted, numbers as doubles, large ones too. */
export function canonical(value: unknown): string {
	if (typeof value === 'bigint') return String(Number(value));
	if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
	if (!isRecord(value)) return JSON.stringify(value) ?? 'undefined';
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`;
}

/** The nodes of a graph without their ids: each as text, with what it takes in place of links. */
export function shape(graph: Readonly<Record<string, unknown>>): string {
	const known = new Map<string, string>();
	const upstream = (id: string, open: ReadonlySet<string>): string => {
		const node = graph[id];
		if (open.has(id) || !isRecord(node)) return 'open';
		const seen = known.get(id);
		if (seen !== undefined) return seen;
		const inner = new Set(open).add(id);
		const inputs = Object.entries(isRecord(node.inputs) ? node.inputs : {})
			.map(([name, value]) => {
				const isLink =
					Array.isArray(value) && value.length === 2 && isRecord(graph[String(value[0])]);
				return `${name}=${isLink ? `${upstream(String(value[0]), inner)}:${value[1]}` : canonical(value)}`;
			})
			.sort();
		const text = `${String(node.class_type)}(${inputs.join(';')})`;
		known.set(id, text);
		return text;
	};
	return Object.keys(graph)
		.map((id) => upstream(id, new Set()))
		.sort()
		.join('\n');
}

import { unusedMark } from './unusedMark.ts';

/**
 * Writes JSON with `bigint` as exact whole numbers, the way `parseLosslessJson` reads them.
 * @param value JSON with bigints: what `convertWorkflow` returns. @param indent as `JSON.stringify` takes it.
 * Cost: one pass, two more when there is a bigint.
 */
export function stringifyLosslessJson(value: unknown, indent?: string): string {
	let found = false;
	const write = (mark: string) =>
		JSON.stringify(
			value,
			(_key, item: unknown) => {
				if (typeof item !== 'bigint') return item;
				found = true;
				return `${mark}${item}`;
			},
			indent,
		);
	const plain = write('');
	if (!found) return plain;
	const mark = unusedMark(plain);
	return write(mark).replace(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1');
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../scripts/build.mjs';
import { setup } from '../scripts/setup.mjs';
import { endWith, root, runNode, seconds } from '../scripts/steps.mjs';

/**
 * `npm run bench [WORD...]`: runs every bench/*.bench.ts whose name holds one of the words (all without words) and
 * prints each figure beside its target. A figure over its target is marked and fails nothing: machines differ.
 */
const words = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < 24) {
	// Benches are TypeScript, which our own Node runs as it is.
	await setup({ chromium: true });
	process.exitCode = await runNode([join(root, 'bench', 'run.mjs'), ...words]);
} else {
	try {
		await setup({ chromium: true });
		await build();
		await runBenches();
	} catch (error) {
		endWith(error);
	}
}

async function runBenches() {
	const files = readdirSync(join(root, 'bench'))
		.filter((name) => name.endsWith('.bench.ts'))
		.filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
		.sort();
	const rows = [];
	for (const file of files) {
		const start = performance.now();
		const { default: run } = await import(pathToFileURL(join(root, 'bench', file)).href);
		rows.push(...(await run()));
		console.log(`${file}: ${seconds(performance.now() - start)}`);
	}
	const cells = rows.map(({ name, value, unit, target, ok }) => [
		name,
		`${value} ${unit}`,
		target,
		ok ? '' : 'over',
	]);
	const table = [['figure', 'measured', 'target', ''], ...cells];
	const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column].length)));
	console.log('');
	for (const row of table)
		console.log(
			row
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd(),
		);
}

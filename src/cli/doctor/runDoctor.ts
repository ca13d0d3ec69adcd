import type { GenerateProduct } from '../generate/generateCommand.ts';
import { chooseServers } from '../server/chooseServers.ts';
import { loadTemplate } from '../server/loadTemplate.ts';
import { type Shell, withShell } from '../shell/createShell.ts';
import { failureEnding } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import type { Check } from './check.ts';
import { checkComputer } from './checkComputer.ts';
import { checkServer } from './checkServer.ts';
import type { DoctorFlags } from './doctorCommand.ts';

/** Looks at everything and tells all of it; the first error decides the exit code. */
export const runDoctor = (flags: DoctorFlags, product: GenerateProduct): Promise<void> =>
	withShell(flags, async (shell) => {
		const servers = chooseServers(flags, process.env, true);
		if (!servers.ok) return failureEnding(servers.error, shell.text.error);
		const template = await loadTemplate(product.workflowFile);
		const checks = [
			...(await checkComputer(shell.text)),
			...(
				await Promise.all(servers.value.map((one) => checkServer(one, template, flags, shell)))
			).flat(),
		];
		const error = checks.find(({ state }) => state === 'error');
		return {
			exitCode: error?.exitCode ?? (error ? exitCodes.failed : exitCodes.ok),
			document: { checks: checks.map(({ exitCode: _, ...check }) => check) },
			text: [...linesOf(checks, shell), shell.text.doctor.verdict(error === undefined)]
				.map((line) => `${line}\n`)
				.join(''),
		};
	});

function linesOf(checks: readonly Check[], { text }: Shell): string[] {
	const lines: string[] = [];
	let place: string | undefined;
	for (const { state, server, found, remedy } of checks) {
		if (server !== place && server !== undefined) lines.push(server);
		place = server;
		const mark = state === 'ok' ? 'ok' : text[state];
		lines.push(`${server === undefined ? '' : '  '}${mark}: ${found}`);
		if (remedy !== undefined) lines.push(`${server === undefined ? '' : '  '}  -> ${remedy}`);
	}
	return lines;
}

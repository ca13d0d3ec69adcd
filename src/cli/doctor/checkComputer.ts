import { statfs } from 'node:fs/promises';
import { compareVersions } from '#comfy/preflight/compareVersions.ts';
import { installLine } from '#media/node/installLine.ts';
import { loadCanvas, loadVideoCodecs } from '#media/node/optionalPackages.ts';
import type { CliMessages } from '#text/cliMessages.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import type { Check } from './check.ts';

const oldestNode = '20.19.0';
/** Room that a batch of videos and their frames wants. */
const littleRoom = 2 ** 30;

/** Node, the optional packages, the disk of the folder that we stand in. */
export async function checkComputer({ doctor: text }: CliMessages): Promise<readonly Check[]> {
	const node = process.versions.node;
	const isOld = (compareVersions(node, oldestNode) ?? 0) < 0;
	return [
		{
			kind: 'node',
			state: isOld ? 'error' : 'ok',
			found: text.node(node),
			...(isOld ? { remedy: text.updateNode(oldestNode), exitCode: exitCodes.failed } : {}),
		},
		await checkMedia(text),
		await checkDisk(text),
	];
}

async function checkMedia(text: CliMessages['doctor']): Promise<Check> {
	const [canvas, codecs] = await Promise.all([loadCanvas(), loadVideoCodecs()]);
	const missing = [
		...(canvas.ok ? [] : ['@napi-rs/canvas']),
		...(codecs.ok ? [] : ['@mediabunny/server']),
	];
	return missing.length === 0
		? { kind: 'media', state: 'ok', found: text.media }
		: {
				kind: 'media',
				// Without pictures there is nothing to send.
				state: canvas.ok ? 'warning' : 'error',
				found: text.mediaMissing(missing.join(', ')),
				remedy: installLine(missing),
				...(canvas.ok ? {} : { exitCode: exitCodes.failed }),
			};
}

async function checkDisk(text: CliMessages['doctor']): Promise<Check> {
	try {
		const { bavail, bsize } = await statfs('.');
		const free = bavail * bsize;
		const found = text.disk(free / 2 ** 30);
		return free < littleRoom
			? { kind: 'disk', state: 'warning', found, remedy: text.makeRoom }
			: { kind: 'disk', state: 'ok', found };
	} catch {
		return { kind: 'disk', state: 'warning', found: text.diskUnknown };
	}
}

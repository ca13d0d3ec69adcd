import { Command, Option } from 'commander';
import { startStandin } from './createStandin.ts';
import type { StandinVersion } from './options.ts';

interface Flags {
	readonly port: string;
	readonly host: string;
	readonly versionLike: StandinVersion;
	readonly stepMs: string;
	readonly enableCorsHeader?: string | true;
	readonly previewMethod: 'none' | 'auto';
	readonly previewSize: string;
	readonly disableApiNodes: boolean;
	readonly missingModel: string[];
	readonly missingNode: string[];
	readonly failWith?: 'oom' | 'error';
	readonly app?: string;
	readonly frontEnd?: string;
	readonly customNode: string[];
}

const gather = (value: string, list: string[]): string[] => [...list, value];

const program = new Command('standin')
	.description(
		'A stand-in of ComfyUI: its protocol as recorded, a video that moves what the tracks say.',
	)
	.option('--port <n>', 'port to listen on, 0 for any free one', '8188')
	.option('--host <address>', 'address to listen on', '127.0.0.1')
	.addOption(
		new Option('--version-like <version>', 'the ComfyUI it behaves as')
			.choices(['0.33.0', '0.3.64'])
			.default('0.33.0'),
	)
	.option('--step-ms <ms>', 'time of a sampler step', '30')
	.option('--enable-cors-header [origin]', "as ComfyUI's flag; without an origin: *")
	.addOption(
		new Option('--preview-method <method>', "as ComfyUI's flag")
			.choices(['none', 'auto'])
			.default('none'),
	)
	.option('--preview-size <px>', "as ComfyUI's flag", '512')
	.option('--disable-api-nodes', "as ComfyUI's flag: adds its Content-Security-Policy", false)
	.option(
		'--missing-model <name>',
		'file, input or folder whose models are absent (repeatable)',
		gather,
		[],
	)
	.option('--missing-node <class>', 'node class that is not installed (repeatable)', gather, [])
	.addOption(new Option('--fail-with <how>', 'every run fails so').choices(['oom', 'error']))
	.option('--app <dir>', 'built app, served at / and at /extensions/wan-ati/')
	.option('--front-end <dir>', "ComfyUI's own front end, served at /")
	.option('--custom-node <dir>', 'folder as in custom_nodes (repeatable)', gather, []);

const flags = program.parse().opts<Flags>();
const standin = await startStandin({
	port: Number(flags.port),
	host: flags.host,
	versionLike: flags.versionLike,
	stepMs: Number(flags.stepMs),
	previewMethod: flags.previewMethod,
	previewSize: Number(flags.previewSize),
	disableApiNodes: flags.disableApiNodes,
	missingModels: flags.missingModel,
	missingNodes: flags.missingNode,
	behaviour: flags.failWith ? { failWith: flags.failWith } : {},
	...(flags.enableCorsHeader === undefined
		? {}
		: { enableCorsHeader: flags.enableCorsHeader === true ? '*' : flags.enableCorsHeader }),
	...(flags.app === undefined ? {} : { app: flags.app }),
	...(flags.frontEnd === undefined ? {} : { frontEnd: flags.frontEnd }),
	customNodes: flags.customNode,
});
process.stdout.write(`ready ${standin.url}/\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => void standin.close());
}

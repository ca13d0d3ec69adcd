import type { Command } from 'commander';

/** Gathers an option that may be given several times. */
export const gather = (value: string, list: readonly string[] = []): string[] => [...list, value];

/** `--comfyui` and `--token-file`, alike for every command that speaks to servers. */
export const addServerOptions = (command: Command): Command =>
	command
		.option(
			'--comfyui <[name=]url>',
			'a ComfyUI; may be given several times [env: WAN_ATI_COMFYUI, else http://127.0.0.1:8188]',
			gather,
		)
		.option(
			'--token-file <[name=]path>',
			'file with the token of a server [env: WAN_ATI_TOKEN_<NAME>]',
			gather,
		);

/** Model files of our own workflow. */
export const addModelOptions = (command: Command): Command =>
	command
		.option('--diffusion-model <file>', 'in models/diffusion_models of the server')
		.option('--weight-type <type>', 'what its weights are cast to')
		.option('--text-encoder <file>', 'in models/text_encoders of the server')
		.option('--vae <file>', 'in models/vae of the server')
		.option('--clip-vision <file>', 'in models/clip_vision of the server');

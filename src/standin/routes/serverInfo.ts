import type { ResolvedOptions } from '../options.ts';

/** GET /features, which is also the server's half of the socket handshake. */
export function featuresOf(options: ResolvedOptions): Record<string, unknown> {
	const old = { supports_preview_metadata: true, max_upload_size: options.maxUploadBytes };
	if (options.versionLike === '0.3.64') return old;
	return {
		...old,
		supports_model_type_tags: true,
		extension: { manager: { supports_v4: true } },
		node_replacements: true,
		assets: false,
	};
}

const ramTotal = 25_276_514_304;
const ramFree = 21_784_629_248;

/** GET /system_stats, as recorded; `argv` tells that this is the stand-in. */
export function systemStatsOf(options: ResolvedOptions): Record<string, unknown> {
	const common = {
		ram_total: ramTotal,
		ram_free: ramFree,
		comfyui_version: options.versionLike,
		python_version: '3.11.7 (main) [stand-in, no Python]',
		pytorch_version: '2.15.0+cu132',
		embedded_python: false,
		argv: ['standin', '--port', String(options.port)],
	};
	const system =
		options.versionLike === '0.3.64'
			? {
					os: 'posix',
					...common,
					required_frontend_version: '1.27.10',
					installed_templates_version: '0.1.95',
					required_templates_version: '0.1.95',
				}
			: {
					os: 'linux',
					...common,
					required_frontend_version: '1.49.6',
					installed_templates_version: '0.11.44',
					required_templates_version: '0.11.44',
					comfy_package_versions: [],
					deploy_environment: 'local-git',
				};
	const device = {
		name: 'cpu',
		type: 'cpu',
		index: null,
		vram_total: ramTotal,
		vram_free: ramFree,
		torch_vram_total: ramTotal,
		torch_vram_free: ramFree,
	};
	return { system, devices: [device] };
}

/** GET /models: the folders that ComfyUI knows. */
export const modelFolderNames: readonly string[] = [
	'checkpoints',
	'configs',
	'loras',
	'vae',
	'text_encoders',
	'diffusion_models',
	'clip_vision',
	'style_models',
	'embeddings',
	'diffusers',
	'vae_approx',
	'controlnet',
	'gligen',
	'upscale_models',
	'custom_nodes',
	'hypernetworks',
	'photomaker',
	'classifiers',
	'model_patches',
	'audio_encoders',
];

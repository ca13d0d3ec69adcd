/** Which recorded ComfyUI the stand-in behaves as. */
export type StandinVersion = '0.33.0' | '0.3.64';

export interface StandinOptions {
	/** 0 or absent: any free port. */
	readonly port?: number;
	/** Address to listen on; loopback by default. */
	readonly host?: string;
	readonly versionLike?: StandinVersion;
	/** Pause of each sampler step in milliseconds. */
	readonly stepMs?: number;
	/** As ComfyUI's `--enable-cors-header`: the one allowed origin, or `*`. Absent: the origin check guards. */
	readonly enableCorsHeader?: string;
	/** As ComfyUI's `--preview-method`: what a prompt gets that does not say. */
	readonly previewMethod?: 'none' | 'auto';
	/** As ComfyUI's `--preview-size`: longest side of previews in pixels. */
	readonly previewSize?: number;
	/** As ComfyUI's `--disable-api-nodes`: a Content-Security-Policy that blocks blob: videos. */
	readonly disableApiNodes?: boolean;
	/** As ComfyUI's `--max-upload-size`, in bytes. */
	readonly maxUploadBytes?: number;
	/** Model files (`wan_2.1_vae.safetensors`) or inputs (`vae_name`) that are not installed. */
	readonly missingModels?: readonly string[];
	/** Node classes that are not installed. */
	readonly missingNodes?: readonly string[];
	/** Folder of a built app, served at `/` and at `/extensions/wan-ati/`. */
	readonly app?: string;
	/** Folder of ComfyUI's own front end (`static` of the package comfyui-frontend-package), served at `/`. */
	readonly frontEnd?: string;
	/** Folders as in ComfyUI's custom_nodes, whose `web` is served and offered to the front end. */
	readonly customNodes?: readonly string[];
	readonly behaviour?: Behaviour;
}

/** What goes wrong. Read at the moment it matters, so a test may change it while a run is going. */
export interface Behaviour {
	/** Every socket is cut this long after it opened. */
	readonly dropSocketAfterMs?: number;
	/** Sockets stay open after the greeting and hear nothing more. */
	readonly deafSocket?: boolean;
	/** A finished run shows in /history this much later; until then it is nowhere. */
	readonly historyLagMs?: number;
	/** Runs fail in the sampler at their first step. */
	readonly failWith?: 'oom' | 'error';
	/** The worker dies at this step (from 1): the run stays "running" for ever, without an event. */
	readonly dieAtStep?: number;
	/** The prompt is queued, the connection cut instead of an answer. */
	readonly loseAnswerOfPrompt?: boolean;
	/** Uploads get this status with an empty body. */
	readonly refuseUploadWith?: number;
	/** Every connection is cut, the socket upgrade too, as if nothing listened. */
	readonly down?: boolean;
	/** Every answer comes this much later. */
	readonly slowMs?: number;
}

export interface ResolvedOptions
	extends Required<Omit<StandinOptions, 'enableCorsHeader' | 'app' | 'frontEnd' | 'behaviour'>> {
	readonly enableCorsHeader: string | undefined;
	readonly app: string | undefined;
	readonly frontEnd: string | undefined;
}

export function resolveOptions(options: StandinOptions): ResolvedOptions {
	return {
		port: options.port ?? 0,
		host: options.host ?? '127.0.0.1',
		versionLike: options.versionLike ?? '0.33.0',
		stepMs: options.stepMs ?? 30,
		enableCorsHeader: options.enableCorsHeader,
		previewMethod: options.previewMethod ?? 'none',
		previewSize: options.previewSize ?? 512,
		disableApiNodes: options.disableApiNodes ?? false,
		maxUploadBytes: options.maxUploadBytes ?? 100 * 1024 * 1024,
		missingModels: options.missingModels ?? [],
		missingNodes: options.missingNodes ?? [],
		app: options.app,
		frontEnd: options.frontEnd,
		customNodes: options.customNodes ?? [],
	};
}

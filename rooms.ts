/**
 * The rooms of the project as data: who may import whom, which packages, on which platform.
 * `npm run rooms` writes the tsconfigs, Biome's allow-lists and package.json `imports` from this table;
 * `rooms.test.ts` proves that what is committed matches and that a forbidden import fails in both tools.
 *
 * Platforms: `pure` ES2023 only; `web` also knows web types, but the globals that touch the outside
 * (fetch, WebSocket, timers, storage) are refused: they arrive as arguments; `dom`; `worker`; `node`.
 */
export type Platform = 'pure' | 'web' | 'dom' | 'worker' | 'node';

export interface Room {
	/** One question this room answers. */
	readonly holds: string;
	/** Rooms it may import, besides itself. */
	readonly rooms: readonly string[];
	/** npm packages it may import. */
	readonly packages: readonly string[];
	readonly platform: Platform;
}

export const rooms: Readonly<Record<string, Room>> = {
	core: {
		holds: 'geometry, sampling to 121, guidance, document, commands, history, formats, lint',
		rooms: [],
		packages: ['zod', 'fflate'],
		platform: 'pure',
	},
	text: {
		holds: 'the message catalogue (en, fr) of every finding, error, label and hint',
		rooms: ['core'],
		packages: [],
		platform: 'pure',
	},
	render: {
		holds: 'document and frame to a display list; painters',
		rooms: ['core'],
		packages: [],
		platform: 'pure',
	},
	draft: {
		holds: 'mattes, background fill, warp per frame on the CPU',
		rooms: ['core'],
		packages: [],
		platform: 'pure',
	},
	'draft/webgl': {
		holds: 'the same warp on WebGL2',
		rooms: ['core', 'draft'],
		packages: [],
		platform: 'dom',
	},
	metrics: {
		holds: 'numbers about a trajectory or a video',
		rooms: ['core'],
		packages: ['zod'],
		platform: 'pure',
	},
	media: {
		holds: 'what a picture or a video is: signatures, limits, interfaces',
		rooms: ['core'],
		packages: ['fflate', '@noble/hashes'],
		platform: 'web',
	},
	'media/browser': {
		holds: 'pixels in and out in a browser',
		rooms: ['core', 'media'],
		packages: ['mediabunny', 'fflate', 'gifenc'],
		platform: 'dom',
	},
	'media/node': {
		holds: 'pixels in and out in Node',
		rooms: ['core', 'media'],
		packages: ['mediabunny', '@mediabunny/server', '@napi-rs/canvas', 'fflate', 'gifenc'],
		platform: 'node',
	},
	comfy: {
		holds: "ComfyUI's protocol, client, run, graphs",
		rooms: ['core'],
		packages: ['zod'],
		platform: 'web',
	},
	jobs: {
		holds: 'the Engine port, its adapters, the life of a job, estimates, run log',
		rooms: ['core', 'draft', 'metrics', 'media', 'comfy'],
		packages: ['zod'],
		platform: 'web',
	},
	ui: {
		holds: 'design system: tokens, controls, icons',
		rooms: ['text'],
		packages: ['react', 'react-dom', 'radix-ui', 'lucide-react'],
		platform: 'dom',
	},
	editor: {
		holds: 'store, input, tools, canvas, timeline, panels of the drawing',
		rooms: ['core', 'text', 'render', 'ui'],
		packages: [
			'react',
			'react-dom',
			'konva',
			'react-konva',
			'zustand',
			'lucide-react',
			'@tanstack/react-virtual',
		],
		platform: 'dom',
	},
	generation: {
		holds: 'jobs, results, player, shot panel',
		rooms: ['core', 'text', 'render', 'jobs', 'metrics', 'media', 'media/browser', 'comfy', 'ui'],
		packages: ['react', 'react-dom', '@tanstack/react-query', 'zustand', 'lucide-react', 'uplot'],
		platform: 'dom',
	},
	app: {
		holds: 'composition root, persistence, preferences, layout',
		rooms: [
			'core',
			'text',
			'render',
			'draft',
			'draft/webgl',
			'metrics',
			'media',
			'media/browser',
			'comfy',
			'jobs',
			'ui',
			'editor',
			'generation',
		],
		packages: [
			'react',
			'react-dom',
			'@tanstack/react-query',
			'zustand',
			'zod',
			'idb',
			'lucide-react',
			'radix-ui',
		],
		platform: 'dom',
	},
	'app/workers': {
		holds: 'worker entry points',
		rooms: ['core', 'draft', 'draft/webgl', 'metrics', 'media', 'media/browser'],
		packages: [],
		platform: 'worker',
	},
	serve: {
		holds: 'the built app and the pass-through to ComfyUI',
		rooms: ['core', 'comfy'],
		packages: ['fastify', '@fastify/static', '@fastify/cookie'],
		platform: 'node',
	},
	standin: {
		holds: 'ComfyUI stand-in and fault proxy for tests and development',
		rooms: ['core', 'render', 'draft', 'media', 'media/node', 'comfy'],
		packages: ['fastify', '@fastify/multipart', '@fastify/static', 'ws', 'commander'],
		platform: 'node',
	},
	cli: {
		holds: 'wan-ati commands: arguments, files, exit codes',
		rooms: [
			'core',
			'text',
			'render',
			'draft',
			'metrics',
			'media',
			'media/node',
			'comfy',
			'jobs',
			'serve',
		],
		packages: ['commander', 'ws', 'yaml', 'tinyglobby'],
		platform: 'node',
	},
};

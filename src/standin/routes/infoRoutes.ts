import { readFileSync } from 'node:fs';
import { modelsIn, type NodeClasses } from '../graph/nodeClasses.ts';
import type { ResolvedOptions } from '../options.ts';
import type { Route } from './route.ts';
import { modelFolderNames, systemStatsOf } from './serverInfo.ts';

/** What the server is and has: /system_stats, /features, /object_info, /models and the small ones. */
export function infoRoutes(
	options: ResolvedOptions,
	classes: NodeClasses,
	features: Readonly<Record<string, unknown>>,
): Route[] {
	const modern = options.versionLike !== '0.3.64';
	const fixed: Record<string, unknown> = {
		'/system_stats': systemStatsOf(options),
		'/features': features,
		'/embeddings': [],
		'/users': { storage: 'server', migrated: modern },
		'/workflow_templates': {},
		'/i18n': {},
		...(modern ? { '/global_subgraphs': {}, '/node_replacements': {} } : {}),
		'/models': modelFolderNames,
		'/object_info': classes,
	};
	const routes: Route[] = Object.entries(fixed).map(([path, answer]) => ({
		method: 'GET',
		path,
		handle: async () => answer,
	}));
	return [
		...routes,
		{
			method: 'GET',
			path: '/object_info/:class',
			handle: async (request) => {
				const { class: name } = request.params as { class: string };
				return classes[name] ? { [name]: classes[name] } : {};
			},
		},
		{
			method: 'GET',
			path: '/models/:folder',
			handle: async (request, reply) => {
				const { folder } = request.params as { folder: string };
				const known = modelFolderNames.includes(folder);
				return known ? (modelsIn(classes, folder) ?? []) : reply.code(404).send();
			},
		},
		{
			method: 'GET',
			path: '/view_metadata/:folder',
			handle: async (_request, reply) => reply.code(404).send(),
		},
		{
			method: 'GET',
			path: '/templates/video_wan_ati.json',
			bareOnly: true,
			handle: async (_request, reply) =>
				reply
					.type('application/json')
					.send(readFileSync(new URL('../fixtures/video_wan_ati.json', import.meta.url), 'utf8')),
		},
	];
}

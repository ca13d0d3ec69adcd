import type { WorkflowRecord } from '#generation/workflow/workflowRecord.ts';
import { createMemoryJobStorage } from '#jobs/createMemoryJobStorage.ts';
import { describeDocument, type ProjectThumb, type StoredProject } from './projectRecord.ts';
import type { DatabaseClock, StoredImage, StudioDatabase } from './studioDatabase.ts';

/** The studio's database without a disk; what it holds goes with the page. */
export function createMemoryDatabase({ now, createId }: DatabaseClock): StudioDatabase {
	const projects = new Map<string, StoredProject>();
	const thumbs = new Map<string, ProjectThumb>();
	const images = new Map<string, StoredImage>();
	const workflows = new Map<string, WorkflowRecord>();
	return {
		isPersistent: false,
		projects: {
			list: async () =>
				[...projects.values()].map(({ info }) => info).sort((a, b) => b.savedAt - a.savedAt),
			load: async (id) => projects.get(id),
			async save(id, document, known) {
				const before = projects.get(id);
				if (before && before.info.revision !== known) return undefined;
				const info = { id, revision: createId(), savedAt: now(), ...describeDocument(document) };
				projects.set(id, { info, document });
				return info;
			},
			restore: async (project) => void projects.set(project.info.id, project),
			async remove(id) {
				projects.delete(id);
				thumbs.delete(id);
			},
			getThumb: async (id) => thumbs.get(id),
			putThumb: async (id, thumb) => void thumbs.set(id, thumb),
		},
		images: {
			get: async (sha256) => images.get(sha256),
			put: async (image) => void images.set(image.sha256, { ...image, keptAt: now() }),
			async sweep(isUsed, olderThan) {
				for (const [sha256, { keptAt = 0 }] of [...images])
					if (!isUsed(sha256) && keptAt < olderThan) images.delete(sha256);
			},
		},
		jobs: createMemoryJobStorage(),
		workflows: {
			list: async () => [...workflows.values()],
			get: async (id) => workflows.get(id),
			put: async (record) => void workflows.set(record.id, record),
			remove: async (id) => void workflows.delete(id),
		},
		close: () => {},
	};
}

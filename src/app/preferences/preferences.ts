import * as z from 'zod/mini';

const modelsSchema = z.object({
	diffusion: z.optional(z.string()),
	weightType: z.optional(z.string()),
	textEncoder: z.optional(z.string()),
	vae: z.optional(z.string()),
	clipVision: z.optional(z.string()),
});

const stepPresetSchema = z.object({
	name: z.string().check(z.minLength(1), z.maxLength(60)),
	steps: z.int().check(z.minimum(1), z.maximum(10_000)),
	cfg: z.number().check(z.minimum(0), z.maximum(100)),
});

const preferencesSchema = z.object({
	theme: z.catch(z.enum(['system', 'dark', 'light']), 'system'),
	language: z.catch(z.enum(['system', 'en', 'fr']), 'system'),
	/** Engine chosen last: `draft`, or the id of a server. */
	engine: z.catch(z.string(), 'draft'),
	/** Base URLs of the ComfyUIs spoken to directly. */
	directUrls: z.catch(z.array(z.string()), []),
	/** Model choices per server id. */
	models: z.catch(z.record(z.string(), modelsSchema), {}),
	/** Start frames go to ComfyUI's temp folder, which it empties when it starts. */
	uploadToTemp: z.catch(z.boolean(), false),
	/** Steps and CFG that the person named. */
	stepPresets: z.catch(z.array(stepPresetSchema), []),
	/** Keys that the person gave to commands, by command; see the editor's `customKeymap`. */
	shortcuts: z.catch(z.record(z.string(), z.readonly(z.array(z.string()))), {}),
	/** A finished video is measured against its tracks unasked. */
	measureResults: z.catch(z.boolean(), true),
	/** Silence after which a run is said to be stalled. */
	stallSeconds: z.catch(z.number().check(z.minimum(10), z.maximum(3600)), 180),
});

/** What a person prefers on this computer; not part of a shot, not undoable. */
export type Preferences = z.infer<typeof preferencesSchema>;

export interface PreferencesStore {
	get(): Preferences;
	set(patch: Partial<Preferences>): void;
	subscribe(listener: () => void): () => void;
}

const KEY = 'wan-ati.preferences';

/** Whether a person has ever chosen something here. */
export const hasPreferences = (storage: Storage | undefined): boolean =>
	typeof storage?.getItem(KEY) === 'string';

/**
 * Preferences behind one door. A damaged or foreign value falls back field by field.
 * @param storage localStorage, or undefined when the browser refuses it: then preferences last as long as the page.
 */
export function createPreferencesStore(storage: Storage | undefined): PreferencesStore {
	let current = read(storage);
	const listeners = new Set<() => void>();
	return {
		get: () => current,
		set(patch) {
			current = { ...current, ...patch };
			try {
				storage?.setItem(KEY, JSON.stringify(current));
			} catch {
				// Full or refused: the choice still holds for this visit.
			}
			for (const listener of listeners) listener();
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

function read(storage: Storage | undefined): Preferences {
	const defaults = preferencesSchema.parse({});
	try {
		const parsed = preferencesSchema.safeParse(migrate(JSON.parse(storage?.getItem(KEY) ?? '{}')));
		return parsed.success ? parsed.data : defaults;
	} catch {
		return defaults;
	}
}

/** Earlier versions knew one direct server, in `directUrl`. */
function migrate(stored: unknown): unknown {
	if (typeof stored !== 'object' || stored === null || 'directUrls' in stored) return stored;
	const { directUrl } = stored as { readonly directUrl?: unknown };
	return typeof directUrl === 'string' && directUrl !== ''
		? { ...stored, directUrls: [directUrl] }
		: stored;
}

/** localStorage, where the browser lets us have it. */
export function safeLocalStorage(): Storage | undefined {
	try {
		const storage = window.localStorage;
		storage.getItem(KEY);
		return storage;
	} catch {
		return undefined;
	}
}

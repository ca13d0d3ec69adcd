import { expect, test } from 'vitest';
import { createPreferencesStore } from './preferences.ts';

function memoryStorage(initial: Record<string, string> = {}): Storage {
	const map = new Map(Object.entries(initial));
	return {
		get length() {
			return map.size;
		},
		clear: () => map.clear(),
		getItem: (key) => map.get(key) ?? null,
		key: (index) => [...map.keys()][index] ?? null,
		removeItem: (key) => void map.delete(key),
		setItem: (key, value) => void map.set(key, value),
	};
}

test('a choice outlives the page', () => {
	const storage = memoryStorage();
	createPreferencesStore(storage).set({ theme: 'light' });
	expect(createPreferencesStore(storage).get().theme).toBe('light');
});

test('a damaged value falls back field by field', () => {
	const storage = memoryStorage({
		'wan-ati.preferences': JSON.stringify({ theme: 'purple', directUrl: 'http://gpu:8188' }),
	});
	const preferences = createPreferencesStore(storage).get();
	expect(preferences.theme).toBe('system');
	// Of a version that knew one only.
	expect(preferences.directUrls).toEqual(['http://gpu:8188']);
});

test('text that is no JSON, and no storage at all, give the defaults', () => {
	expect(createPreferencesStore(memoryStorage({ 'wan-ati.preferences': '{' })).get().engine).toBe(
		'draft',
	);
	expect(createPreferencesStore(undefined).get().stallSeconds).toBe(180);
});

test('a storage that is full does not lose the choice of this visit', () => {
	const storage = memoryStorage();
	storage.setItem = () => {
		throw new DOMException('full', 'QuotaExceededError');
	};
	const store = createPreferencesStore(storage);
	store.set({ theme: 'dark' });
	expect(store.get().theme).toBe('dark');
});

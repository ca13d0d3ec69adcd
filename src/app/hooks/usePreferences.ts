import { useSyncExternalStore } from 'react';
import type { Preferences, PreferencesStore } from '../preferences/preferences.ts';

export const usePreferences = (store: PreferencesStore): Preferences =>
	useSyncExternalStore(store.subscribe, store.get);

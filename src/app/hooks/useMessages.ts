import { useEffect, useState } from 'react';
import { en, type Language, languages, loadMessages, type Messages } from '#text/messages.ts';
import type { Preferences } from '../preferences/preferences.ts';

/** The catalogue of the chosen language; English until another has arrived. `?lang=fr` in the address wins. */
export function useMessages(preferred: Preferences['language']): Messages {
	const [messages, setMessages] = useState<Messages>(en);
	const language = chooseLanguage(location.search, preferred, navigator.languages);
	useEffect(() => {
		let isWanted = true;
		void loadMessages(language).then((loaded) => {
			if (!isWanted) return;
			document.documentElement.lang = language;
			setMessages(loaded);
		});
		return () => {
			isWanted = false;
		};
	}, [language]);
	return messages;
}

/** The address, then the preference, then the first of the browser's languages that we speak, then English. */
export function chooseLanguage(
	search: string,
	preferred: Preferences['language'],
	browserLanguages: readonly string[],
): Language {
	const known = (tag: string | null) =>
		languages.find((language) => tag?.split('-')[0] === language);
	const asked = known(new URLSearchParams(search).get('lang'));
	if (asked) return asked;
	if (preferred !== 'system') return preferred;
	for (const tag of browserLanguages) {
		const language = known(tag);
		if (language) return language;
	}
	return 'en';
}

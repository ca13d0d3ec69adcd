import { expect, test } from 'vitest';
import { chooseLanguage } from './useMessages.ts';

test('the address wins over the preference, and that over the browser', () => {
	expect(chooseLanguage('?lang=fr', 'en', ['en-GB'])).toBe('fr');
	expect(chooseLanguage('', 'fr', ['en-GB'])).toBe('fr');
	expect(chooseLanguage('', 'system', ['de-DE', 'fr-CA', 'en'])).toBe('fr');
});

test('a language we do not speak is English', () => {
	expect(chooseLanguage('?lang=xx', 'system', ['de'])).toBe('en');
});

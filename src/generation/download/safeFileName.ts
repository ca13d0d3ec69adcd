/** Names Windows keeps for itself, with any extension. */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;
const MAX_LENGTH = 100;

/**
 * A file name that every system takes and that hides nothing: no path, no control or direction characters, no dot in
 * front, no name that Windows keeps for itself; at most 100 characters before the extension.
 * @param words Whatever a person or a server called it.
 * @param extension Without the dot; ours, never the server's.
 */
export function safeFileName(words: string, extension: string): string {
	const clean = words
		.normalize('NFC')
		// Control, format (zero width, text direction), private and half characters.
		.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
		.replace(/[\\/:*?"<>|%]/g, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[\s.]+/, '');
	const short = [...clean]
		.slice(0, MAX_LENGTH)
		.join('')
		.replace(/[\s.]+$/, '');
	const base = short === '' ? 'shot' : reserved.test(short) ? `${short} shot` : short;
	return `${base}.${extension.replace(/[^a-z0-9]/gi, '') || 'bin'}`;
}

/** What a file's first bytes say it is: a picture we open, or the name of what else. */
export type FileKind =
	| { readonly kind: 'picture'; readonly format: PictureFormat }
	/** A picture that browsers do not decode alike. */
	| { readonly kind: 'otherPicture'; readonly what: string }
	| { readonly kind: 'other'; readonly what: string }
	| { readonly kind: 'empty' };

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';

export const mediaTypes: Readonly<Record<PictureFormat, string>> = {
	jpeg: 'image/jpeg',
	png: 'image/png',
	webp: 'image/webp',
	avif: 'image/avif',
	gif: 'image/gif',
};

/** Names a file by its signature; neither its name nor its declared type is asked. */
export function sniffFile(bytes: Uint8Array): FileKind {
	if (bytes.length === 0) return { kind: 'empty' };
	const head = latin1(bytes, 0, 64);
	for (const [signature, format] of pictures)
		if (head.startsWith(signature)) return { kind: 'picture', format };
	if (head.startsWith('RIFF')) return riff(head.slice(8, 12));
	if (head.slice(4, 8) === 'ftyp') return isoBase(bytes);
	for (const [signature, kind, what] of others)
		if (head.startsWith(signature)) return { kind, what };
	return text(bytes) ?? { kind: 'other', what: 'unknown data' };
}

const pictures: readonly (readonly [string, PictureFormat])[] = [
	['\xff\xd8\xff', 'jpeg'],
	['\x89PNG\r\n\x1a\n', 'png'],
	['GIF87a', 'gif'],
	['GIF89a', 'gif'],
];

const others: readonly (readonly [string, 'otherPicture' | 'other', string])[] = [
	['%PDF-', 'other', 'PDF'],
	['II*\0', 'otherPicture', 'TIFF picture'],
	['MM\0*', 'otherPicture', 'TIFF picture'],
	['BM', 'otherPicture', 'BMP picture'],
	['\0\0\x01\0', 'otherPicture', 'ICO picture'],
	['\xff\x0a', 'otherPicture', 'JPEG XL picture'],
	['\0\0\0\x0cJXL ', 'otherPicture', 'JPEG XL picture'],
	['\0\0\0\x0cjP  ', 'otherPicture', 'JPEG 2000 picture'],
	['8BPS', 'otherPicture', 'Photoshop picture'],
	['\x76\x2f\x31\x01', 'otherPicture', 'OpenEXR picture'],
	['#?RADIANCE', 'otherPicture', 'HDR picture'],
	['gimp xcf', 'otherPicture', 'GIMP picture'],
	['\x1aE\xdf\xa3', 'other', 'video'],
	['FLV\x01', 'other', 'video'],
	['\0\0\x01\xba', 'other', 'video'],
	['PK\x03\x04', 'other', 'ZIP archive'],
	['\x1f\x8b', 'other', 'GZIP archive'],
	['7z\xbc\xaf', 'other', '7z archive'],
	['Rar!', 'other', 'RAR archive'],
	['ID3', 'other', 'audio'],
	['OggS', 'other', 'audio'],
	['fLaC', 'other', 'audio'],
	['\x7fELF', 'other', 'program'],
	['MZ', 'other', 'program'],
];

function riff(form: string): FileKind {
	if (form === 'WEBP') return { kind: 'picture', format: 'webp' };
	if (form === 'AVI ') return { kind: 'other', what: 'video' };
	return { kind: 'other', what: form === 'WAVE' ? 'audio' : 'RIFF data' };
}

/** Brands of an ISO base media file; the major one may be generic, so the compatible ones count too. */
function isoBase(bytes: Uint8Array): FileKind {
	const size = Math.min(bytes.length, 256, (bytes[2]! << 8) | bytes[3]! || 256);
	const brands: string[] = [];
	for (let at = 8; at + 4 <= size; at += 4) if (at !== 12) brands.push(latin1(bytes, at, 4));
	if (brands.some((brand) => brand === 'avif' || brand === 'avis'))
		return { kind: 'picture', format: 'avif' };
	if (brands.some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)))
		return { kind: 'otherPicture', what: 'HEIC picture' };
	if (brands[0] === 'crx ') return { kind: 'otherPicture', what: 'camera raw picture' };
	return { kind: 'other', what: brands[0] === 'M4A ' ? 'audio' : 'video' };
}

function text(bytes: Uint8Array): FileKind | undefined {
	const head = bytes.subarray(0, 2048);
	const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
	if (
		!wide &&
		head.some(
			(byte) => byte === 127 || (byte < 32 && !'\t\n\f\r\x1b'.includes(String.fromCharCode(byte))),
		)
	)
		return undefined;
	const words = latin1(head, 0, head.length)
		.replace(/^\u00ef\u00bb\u00bf/, '')
		.trimStart();
	if (/<svg[\s>]/i.test(words)) return { kind: 'otherPicture', what: 'SVG picture' };
	if (/^<(!doctype html|html|head|body)/i.test(words)) return { kind: 'other', what: 'HTML page' };
	if (/^<\?xml/i.test(words)) return { kind: 'other', what: 'XML text' };
	if (/^[[{]/.test(words)) return { kind: 'other', what: 'JSON text' };
	return { kind: 'other', what: 'text' };
}

const latin1 = (bytes: Uint8Array, at: number, length: number): string =>
	String.fromCharCode(...bytes.subarray(at, at + length));

/** Whole numbers out of bytes; beyond the end reads as 0. */
export const at16 = (bytes: Uint8Array, at: number, little = false): number => {
	const a = bytes[at] ?? 0;
	const b = bytes[at + 1] ?? 0;
	return little ? a | (b << 8) : (a << 8) | b;
};

/** Three bytes, least first. */
export const at24 = (bytes: Uint8Array, at: number): number =>
	at16(bytes, at, true) | ((bytes[at + 2] ?? 0) << 16);

export const at32 = (bytes: Uint8Array, at: number, little = false): number => {
	const first = at16(bytes, at, little);
	const second = at16(bytes, at + 2, little);
	return little ? second * 65_536 + first : first * 65_536 + second;
};

/** Four letters, as chunk and box names are. */
export const name4 = (bytes: Uint8Array, at: number): string =>
	String.fromCharCode(...bytes.subarray(at, at + 4));

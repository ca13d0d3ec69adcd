import { zipSync } from 'fflate';

/** A zip file whose bytes depend on its content alone. @param level 0: stored, which torch.load needs; 6: deflated. */
export function writeZip(
	files: Readonly<Record<string, Uint8Array>>,
	level: 0 | 6 = 6,
): Uint8Array<ArrayBuffer> {
	return zipSync(
		Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, [bytes, { level }]])),
		{ level, mtime },
	);
}

/** The earliest that a zip can say, as its own local time. */
const mtime = new Date(1980, 0, 1);

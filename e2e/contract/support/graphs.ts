import { randomInt, randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A graph in API format, writable. */
export type Graph = Record<string, { class_type: string; inputs: Record<string, unknown> }>;

const colour = (): number => randomInt(0xffffff);

/** A still of core nodes: 64 x 64, one output node (`9`). No two are equal, so nothing comes out of the cache. */
export const stillGraph = (): Graph => ({
	'1': {
		class_type: 'EmptyImage',
		inputs: { width: 64, height: 64, batch_size: 1, color: colour() },
	},
	'9': { class_type: 'PreviewImage', inputs: { images: ['1', 0] } },
});

/** A video of core nodes: 128 x 128, 17 frames, saved by `9` as the template saves it. */
export const videoGraph = (prefix = 'wanati-contract/clip'): Graph => ({
	'1': {
		class_type: 'EmptyImage',
		inputs: { width: 128, height: 128, batch_size: 17, color: colour() },
	},
	'2': { class_type: 'CreateVideo', inputs: { images: ['1', 0], fps: 16 } },
	'9': {
		class_type: 'SaveVideo',
		inputs: { video: ['2', 0], filename_prefix: prefix, format: 'auto', codec: 'auto' },
	},
});

/** A run of some seconds: `count` videos of the same pictures, one node after the other. It can be stopped between two. */
export function slowGraph(count = 12): Graph {
	const graph: Graph = {
		'1': {
			class_type: 'EmptyImage',
			inputs: { width: 512, height: 512, batch_size: 17, color: colour() },
		},
		'2': { class_type: 'CreateVideo', inputs: { images: ['1', 0], fps: 16 } },
	};
	for (let i = 0; i < count; i++)
		graph[String(10 + i)] = {
			class_type: 'SaveVideo',
			inputs: {
				video: ['2', 0],
				filename_prefix: `wanati-contract/slow${i}`,
				format: 'auto',
				codec: 'auto',
			},
		};
	return graph;
}

/** Reads an uploaded picture and shows it; `9` is the output node. */
export const loadGraph = (image: string): Graph => ({
	'1': { class_type: 'LoadImage', inputs: { image } },
	'9': { class_type: 'PreviewImage', inputs: { images: ['1', 0] } },
});

export const newId = (): string => randomUUID();

/** A grey PNG, no two with the same bytes. */
export function greyPng(size = 16): Uint8Array {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(size, 0);
	header.writeUInt32BE(size, 4);
	header.set([8, 2, 0, 0, 0], 8);
	const rows = Buffer.alloc(size * (1 + size * 3), randomInt(255));
	for (let y = 0; y < size; y++) rows[y * (1 + size * 3)] = 0;
	const note = Buffer.from(`Comment\0${randomUUID()}`, 'latin1');
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('tEXt', note),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8 + body.length);
	frame.writeUInt32BE(data.length, 0);
	frame.set(body, 4);
	frame.writeUInt32BE(crc32(body), 4 + body.length);
	return frame;
}

/** Source: PNG specification, annex D. */
function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return (crc ^ 0xffffffff) >>> 0;
}

export interface GraphicsCard {
	readonly name: string;
	/** Bytes. */
	readonly free: number;
	readonly total: number;
}

interface Device {
	readonly name?: string | undefined;
	readonly type?: string | undefined;
	readonly vram_total?: number | null | undefined;
	readonly vram_free?: number | null | undefined;
}

/** The card of /system_stats: `cuda:0 NVIDIA GeForce RTX 4090 : cudaMallocAsync` is `NVIDIA GeForce RTX 4090`. */
export function readCard(device: Device | undefined): GraphicsCard | undefined {
	if (!device?.name || device.type === 'cpu' || !device.vram_total) return undefined;
	const name = device.name.replace(/^\w+:\d+\s+/, '').replace(/\s+:\s+\w+$/, '');
	return { name, free: device.vram_free ?? 0, total: device.vram_total };
}

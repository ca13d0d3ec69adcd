import { useEffect, useRef, useState } from 'react';
import type { ComfyError } from '#comfy/client/comfyError.ts';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import type { Result } from '#core/result.ts';
import { type GraphicsCard, readCard } from '../server/readCard.ts';

export interface MemoryFigures {
	readonly before: GraphicsCard | undefined;
	/** Undefined while the server has not done it yet. */
	readonly after: GraphicsCard | undefined;
}

export interface FreeMemory {
	readonly busy: boolean;
	readonly figures: MemoryFigures | undefined;
	readonly error: ComfyError | undefined;
	free(): void;
}

/** The worker frees when it is next idle: looked at this often, this many times. */
const LOOK_MS = 1500;
const LOOKS = 8;

/**
 * Asks a server to unload its models and free its memory, and reads the card's figure before and after. The figure after
 * is the first that differs, or the last one read when nothing changes.
 */
export function useFreeMemory(client: ComfyClient | undefined): FreeMemory {
	const [busy, setBusy] = useState(false);
	const [figures, setFigures] = useState<MemoryFigures>();
	const [error, setError] = useState<ComfyError>();
	const work = useRef<AbortController>(undefined);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another server is another memory
	useEffect(() => {
		setFigures(undefined);
		setError(undefined);
		setBusy(false);
		return () => work.current?.abort();
	}, [client]);

	const run = async (client: ComfyClient, signal: AbortSignal) => {
		const before = await askCard(client, signal);
		const freed = await client.free({ signal });
		if (!before.ok || !freed.ok) {
			setError(!before.ok ? before.error : !freed.ok ? freed.error : undefined);
			return;
		}
		setFigures({ before: before.value, after: undefined });
		let after = before.value;
		for (let look = 0; look < LOOKS && after?.free === before.value?.free; look++) {
			await pause(LOOK_MS, signal);
			const now = await askCard(client, signal);
			if (now.ok) after = now.value;
		}
		setFigures({ before: before.value, after });
	};
	return {
		busy,
		figures,
		error,
		free() {
			if (!client || busy) return;
			const controller = new AbortController();
			work.current = controller;
			setBusy(true);
			setError(undefined);
			run(client, controller.signal)
				.then(() => setBusy(false))
				// Only the abort rejects: the panel was closed.
				.catch(() => undefined);
		},
	};
}

async function askCard(
	client: ComfyClient,
	signal: AbortSignal,
): Promise<Result<GraphicsCard | undefined, ComfyError>> {
	const stats = await client.systemStats({ signal });
	return stats.ok ? { ok: true, value: readCard(stats.value.devices?.[0]) } : stats;
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
	new Promise((resolve, reject) => {
		const timer = setTimeout(resolve, ms);
		signal.addEventListener('abort', () => {
			clearTimeout(timer);
			reject(signal.reason);
		});
	});

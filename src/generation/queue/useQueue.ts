import { useQuery } from '@tanstack/react-query';
import type { ComfyError } from '#comfy/client/comfyError.ts';
import type { ComfyClient, QueueSnapshot } from '#comfy/client/createComfyClient.ts';
import type { Result } from '#core/result.ts';

const ASK_MS = 4000;

/** The queue of a server, asked every 4 s while the page is seen; undefined without a server, and until it answers. */
export function useQueue(
	client: ComfyClient | undefined,
): Result<QueueSnapshot, ComfyError> | undefined {
	return useQuery({
		queryKey: ['queue', client?.baseUrl ?? ''],
		enabled: client !== undefined,
		retry: false,
		refetchInterval: ASK_MS,
		queryFn: ({ signal }) => client!.queue({ signal }),
	}).data;
}

import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { ComfyError } from '#comfy/client/comfyError.ts';
import type { ComfyClient, QueueSnapshot } from '#comfy/client/createComfyClient.ts';
import type { Result } from '#core/result.ts';

/**
 * The queue of a server, asked while the page is seen; undefined without a server, and until it answers.
 * @param everyMs Its answer holds whole graphs: seldom where it is only glanced at.
 */
export function useQueue(
	client: ComfyClient | undefined,
	everyMs: number,
): Result<QueueSnapshot, ComfyError> | undefined {
	return useQuery(queueQuery(client, everyMs)).data;
}

/** What asks a server for its queue; the same for all who ask, so that they share its answer. */
export const queueQuery = (
	client: ComfyClient | undefined,
	everyMs: number,
): UseQueryOptions<Result<QueueSnapshot, ComfyError>> => ({
	queryKey: ['queue', client?.baseUrl ?? ''],
	enabled: client !== undefined,
	retry: false,
	refetchInterval: everyMs,
	queryFn: ({ signal }) => client!.queue({ signal }),
});

import { type UseQueryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ComfyError } from '#comfy/client/comfyError.ts';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { optionalClasses } from '#comfy/preflight/preflight.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { neededClasses } from './neededClasses.ts';
import { readCard } from './readCard.ts';
import { type ServerFacts, type ServerState, stateOfError } from './serverRef.ts';

/** A server that is down is asked again this often, so that it is picked up when it comes. */
const DOWN_MS = 10_000;
const UP_MS = 60_000;

const keyOf = (baseUrl: string | undefined) => ['server', baseUrl ?? ''] as const;

export interface ServerInfo {
	readonly server: ServerState;
	/** A question is under way, the first or a later one. */
	readonly busy: boolean;
	check(): void;
}

/**
 * What a ComfyUI says of itself, kept fresh while the page is seen: every minute while it answers, every 10 s while it
 * does not. An expected failure is a state, never an exception.
 */
export function useServerInfo(client: ComfyClient | undefined): ServerInfo {
	const queries = useQueryClient();
	const query = useQuery(serverQuery(client));
	const { data, isFetching } = query;
	return useMemo(
		() => ({
			server: stateOf(client, data),
			busy: isFetching,
			check: () => void queries.invalidateQueries({ queryKey: keyOf(client?.baseUrl) }),
		}),
		[client, data, isFetching, queries],
	);
}

/** What asks a server how it is; the same for all who ask, so that they share its answer. */
export const serverQuery = (
	client: ComfyClient | undefined,
): UseQueryOptions<Result<ServerFacts, ComfyError>> => ({
	queryKey: keyOf(client?.baseUrl),
	enabled: client !== undefined,
	retry: false,
	staleTime: UP_MS,
	refetchInterval: ({ state }) => (state.data?.ok ? UP_MS : DOWN_MS),
	queryFn: ({ signal }) => askServer(client!, signal),
});

export function stateOf(
	client: ComfyClient | undefined,
	answer: Result<ServerFacts, ComfyError> | undefined,
): ServerState {
	if (!client) return { state: 'none' };
	if (!answer) return { state: 'checking' };
	return answer.ok ? { state: 'connected', facts: answer.value } : stateOfError(answer.error);
}

async function askServer(
	client: ComfyClient,
	signal: AbortSignal,
): Promise<Result<ServerFacts, ComfyError>> {
	const start = performance.now();
	const stats = await client.systemStats({ signal });
	if (!stats.ok) return fail(stats.error);
	const answeredMs = performance.now() - start;
	const info = await client.objectInfo([...neededClasses, ...optionalClasses], { signal });
	if (!info.ok) return fail(info.error);
	// Old servers have none; what they refuse they say when it is sent.
	const features = await client.features({ signal });
	const { system, devices } = stats.value;
	return ok({
		version: system.comfyui_version,
		card: readCard(devices?.[0]),
		info: info.value,
		answeredMs,
		maxUploadBytes: features.ok ? features.value.max_upload_size : undefined,
	});
}

import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import type { ServerRef, ServerState } from './serverRef.ts';
import { serverQuery, stateOf } from './useServerInfo.ts';

/** What each server says of itself, by id, kept fresh as long as the list is shown. */
export function useServerStates(
	servers: readonly ServerRef[],
	createClient: (baseUrl: string) => ComfyClient,
): Readonly<Record<string, ServerState>> {
	const clients = useMemo(
		() => servers.map(({ baseUrl }) => createClient(baseUrl)),
		[servers, createClient],
	);
	const answers = useQueries({ queries: clients.map((client) => serverQuery(client)) });
	return Object.fromEntries(
		servers.map(({ id }, index) => [id, stateOf(clients[index], answers[index]?.data)]),
	);
}

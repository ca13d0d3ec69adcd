import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ComfyError } from '#comfy/client/comfyError.ts';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import type { Result } from '#core/result.ts';
import type { ServerFacts, ServerRef, ServerState } from './serverRef.ts';
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
	// The same object until something is answered.
	const combine = useCallback(
		(answers: readonly { readonly data: Result<ServerFacts, ComfyError> | undefined }[]) =>
			Object.fromEntries(
				servers.map(({ id }, index) => [id, stateOf(clients[index], answers[index]?.data)]),
			),
		[servers, clients],
	);
	return useQueries({ queries: clients.map((client) => serverQuery(client)), combine });
}

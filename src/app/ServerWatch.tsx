import { useEffect, useMemo } from 'react';
import type { ServerRef } from '#generation/server/serverRef.ts';
import { useServerInfo } from '#generation/server/useServerInfo.ts';
import { useServerStates } from '#generation/server/useServerStates.ts';
import type { ServerAnswer } from './hooks/useServers.ts';
import { createPageClient } from './platform/createPageClient.ts';
import { ServerQueries } from './ServerQueries.tsx';

export interface ServerWatchProps {
	/** The chosen one. */
	readonly server: ServerRef;
	/** All; keep its identity. */
	readonly list: readonly ServerRef[];
	/** Keep its identity. */
	readonly onAnswer: (answer: ServerAnswer) => void;
}

/** Asks the ComfyUIs how they are, for as long as one is chosen. Draws nothing. */
export default function ServerWatch(props: ServerWatchProps) {
	return (
		<ServerQueries>
			<Watch {...props} />
		</ServerQueries>
	);
}

const clientOf = (baseUrl: string) => createPageClient({ baseUrl });

function Watch({ server, list, onAnswer }: ServerWatchProps) {
	const client = useMemo(() => createPageClient(server), [server]);
	const info = useServerInfo(client);
	const states = useServerStates(list, clientOf);
	useEffect(
		() => onAnswer({ server, client, info, states }),
		[server, client, info, states, onAnswer],
	);
	return null;
}

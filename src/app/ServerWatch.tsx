import { useEffect, useMemo } from 'react';
import type { ServerRef } from '#generation/server/serverRef.ts';
import { useServerInfo } from '#generation/server/useServerInfo.ts';
import type { ServerAnswer } from './hooks/useServers.ts';
import { createPageClient } from './platform/createPageClient.ts';
import { ServerQueries } from './ServerQueries.tsx';

export interface ServerWatchProps {
	readonly server: ServerRef;
	/** Keep its identity. */
	readonly onAnswer: (answer: ServerAnswer) => void;
}

/** Asks the chosen ComfyUI how it is, for as long as it is chosen. Draws nothing. */
export default function ServerWatch(props: ServerWatchProps) {
	return (
		<ServerQueries>
			<Watch {...props} />
		</ServerQueries>
	);
}

function Watch({ server, onAnswer }: ServerWatchProps) {
	const client = useMemo(() => createPageClient(server), [server]);
	const info = useServerInfo(client);
	useEffect(() => onAnswer({ server, client, info }), [server, client, info, onAnswer]);
	return null;
}

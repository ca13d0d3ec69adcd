import { ConnectPanel } from '#generation/connect/ConnectPanel.tsx';
import { useToasts } from '#ui/controls/Toast.tsx';
import { usePreferences } from './hooks/usePreferences.ts';
import type { Servers } from './hooks/useServers.ts';
import { createPageClient } from './platform/createPageClient.ts';
import { ServerQueries } from './ServerQueries.tsx';
import { chosenModels } from './studio/chosenModels.ts';
import type { Studio } from './studio/createStudio.ts';

const clientOf = (baseUrl: string) => createPageClient({ baseUrl });

/** Which ComfyUI to use, and what it has. */
export default function ConnectDialog({
	studio: { preferences, servers: serverList },
	servers,
	address,
	onClose,
}: {
	readonly studio: Studio;
	readonly servers: Servers;
	/** Typed in before the page was opened anew for it. */
	readonly address: string | undefined;
	onClose(): void;
}) {
	const toasts = useToasts();
	const { uploadToTemp } = usePreferences(preferences);
	const choose = (engine: string) => {
		preferences.set({ engine });
		onClose();
	};
	return (
		<ServerQueries>
			<ConnectPanel
				open
				onOpenChange={(open) => !open && onClose()}
				servers={servers.list}
				serverId={servers.chosen?.id}
				createClient={clientOf}
				models={(serverId) => chosenModels(preferences.get(), serverId)}
				onServer={choose}
				address={address}
				allow={serverList.allow}
				onDirect={(url) => choose(serverList.add(url))}
				onRemove={serverList.remove}
				uploads={{
					toTemp: uploadToTemp,
					onToTemp: (to) => preferences.set({ uploadToTemp: to }),
				}}
				onUseDraft={() => choose('draft')}
				onNotice={(title) => toasts.show({ tone: 'ok', title })}
			/>
		</ServerQueries>
	);
}

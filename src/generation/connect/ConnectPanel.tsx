import { RefreshCw, Server } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { parseBaseUrl } from '#comfy/client/parseBaseUrl.ts';
import type { ModelChoice } from '#comfy/workflow/modelRoles.ts';
import { Badge } from '#ui/controls/Badge.tsx';
import { Button } from '#ui/controls/Button.tsx';
import { Dialog } from '#ui/controls/Dialog.tsx';
import { Icon } from '#ui/controls/Icon.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { TextField } from '#ui/controls/TextField.tsx';
import { useText } from '#ui/text/useText.tsx';
import { ErrorNotice } from '../notice/ErrorNotice.tsx';
import type { ServerRef } from '../server/serverRef.ts';
import { useServerInfo } from '../server/useServerInfo.ts';
import styles from './ConnectPanel.module.css';
import { HealthList } from './HealthList.tsx';

export interface ConnectPanelProps {
	readonly open: boolean;
	readonly onOpenChange: (open: boolean) => void;
	/** The servers that are known: passed on by `serve`, the page's own host, and the address typed in. */
	readonly servers: readonly ServerRef[];
	/** The one to begin with; undefined: the first. */
	readonly serverId: string | undefined;
	/** A client for a base URL; its socket is never opened here. */
	readonly createClient: (baseUrl: string) => ComfyClient;
	/** Models chosen for a server, by its id, or for an address that is new. */
	readonly models: (serverId: string | undefined) => ModelChoice;
	/** Use this known server. */
	readonly onServer: (serverId: string) => void;
	/** Use this address, spoken to directly; it has been through `parseBaseUrl`. */
	readonly onDirect: (baseUrl: string) => void;
	readonly onUseDraft: () => void;
	/** Said after Free memory was sent. */
	readonly onNotice?: (title: string) => void;
}

const OTHER = 'other';

/** The dialog that connects to a ComfyUI: where, how it is, and what to do when it is not well. */
export function ConnectPanel(props: ConnectPanelProps) {
	const { servers, onOpenChange } = props;
	const text = useText();
	const t = text.generation.connect;
	const known = servers.filter((server) => server.kind !== 'direct');
	const typedServer = servers.find((server) => server.kind === 'direct');
	const first = servers.find((server) => server.id === props.serverId) ?? servers[0];
	const [choice, setChoice] = useState(first && first.kind !== 'direct' ? first.id : OTHER);
	const [address, setAddress] = useState(typedServer?.baseUrl ?? '');
	const [checked, setChecked] = useState(first?.baseUrl);
	const [badAddress, setBadAddress] = useState<keyof typeof t.badAddress>();

	const chosen = known.find((server) => server.id === choice);
	const { createClient } = props;
	const client = useMemo(
		() => (checked === undefined ? undefined : createClient(checked)),
		[checked, createClient],
	);
	const { server, busy, check } = useServerInfo(props.open ? client : undefined);

	const checkNow = () => {
		if (chosen) return checked === chosen.baseUrl ? check() : setChecked(chosen.baseUrl);
		const parsed = parseBaseUrl(address);
		setBadAddress(parsed.ok ? undefined : parsed.error);
		if (!parsed.ok) return;
		setAddress(parsed.value);
		if (parsed.value === checked) check();
		else setChecked(parsed.value);
	};
	const choose = (value: string) => {
		setChoice(value);
		setBadAddress(undefined);
		const next = known.find((known) => known.id === value);
		setChecked(next?.baseUrl ?? typedServer?.baseUrl);
	};
	const connect = () => {
		onOpenChange(false);
		if (chosen) props.onServer(chosen.id);
		else if (checked !== undefined) props.onDirect(checked);
	};
	const freeMemory = async () => {
		const freed = await client?.free();
		if (freed) props.onNotice?.(freed.ok ? t.freed : text.errors.engine(freed.error).title);
	};
	const ready = server.state === 'connected';
	return (
		<Dialog
			open={props.open}
			onOpenChange={onOpenChange}
			title={t.title}
			footer={
				<>
					<span className={styles.meanwhile}>{ready ? '' : t.untilThen}</span>
					<Button
						onClick={() => {
							onOpenChange(false);
							props.onUseDraft();
						}}
					>
						{t.useDraft}
					</Button>
					<Button variant="primary" reason={ready ? undefined : t.connectBlocked} onClick={connect}>
						{t.connect}
					</Button>
				</>
			}
		>
			<form
				className={styles.panel}
				onSubmit={(event) => {
					event.preventDefault();
					checkNow();
				}}
			>
				{known.length > 0 && (
					<Select
						label={t.server}
						placement="above"
						value={choice}
						onChange={choose}
						options={[
							...known.map((known) => ({
								value: known.id,
								label: known.name,
								detail: known.kind === 'serve' ? t.throughApp : t.sameOrigin,
							})),
							{ value: OTHER, label: t.otherAddress, detail: t.direct },
						]}
					/>
				)}
				<div className={styles.address}>
					<TextField
						className={styles.field}
						label={t.address}
						placement="above"
						size="l"
						inputMode="url"
						placeholder={t.addressPlaceholder}
						readOnly={chosen !== undefined}
						value={chosen?.baseUrl ?? address}
						onInput={(value) => {
							setAddress(value);
							setBadAddress(undefined);
						}}
						error={badAddress && t.badAddress[badAddress]}
						before={<Icon of={Server} />}
						after={
							<Badge>
								{!chosen ? t.direct : chosen.kind === 'serve' ? t.throughApp : t.sameOrigin}
							</Badge>
						}
					/>
					<Button type="submit" size="l" icon={RefreshCw} busy={busy}>
						{server.state === 'none' ? t.check : t.checkAgain}
					</Button>
				</div>
			</form>
			<HealthList
				server={server}
				busy={busy}
				models={props.models(chosen?.id ?? typedServer?.id)}
				onFreeMemory={() => void freeMemory()}
			/>
			{'error' in server && (
				<div className={styles.error}>
					<ErrorNotice error={server.error} />
				</div>
			)}
		</Dialog>
	);
}

import { RefreshCw, Server, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { parseBaseUrl } from '#comfy/client/parseBaseUrl.ts';
import type { ModelChoice } from '#comfy/workflow/modelRoles.ts';
import type { Messages } from '#text/messages.ts';
import { Badge, StateDot } from '#ui/controls/Badge.tsx';
import { Button } from '#ui/controls/Button.tsx';
import { Checkbox } from '#ui/controls/Checkbox.tsx';
import { Dialog } from '#ui/controls/Dialog.tsx';
import { Icon } from '#ui/controls/Icon.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { TextField } from '#ui/controls/TextField.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useLinkText } from '../link/useLinkText.ts';
import { ErrorNotice } from '../notice/ErrorNotice.tsx';
import { stateTone, stateWord } from '../server/EngineSelect.tsx';
import type { ServerRef } from '../server/serverRef.ts';
import { useServerInfo } from '../server/useServerInfo.ts';
import { useServerStates } from '../server/useServerStates.ts';
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
	/** Filled in and checked at once; typed in before the page was opened anew for it. */
	readonly address?: string | undefined;
	/**
	 * Asked before an address is spoken to for the first time: its policy may not let the page. False: the page is being
	 * opened anew.
	 */
	readonly allow?: (baseUrl: string) => Promise<boolean>;
	/** Forgets a direct server. Absent: they cannot be forgotten. */
	readonly onRemove?: (serverId: string) => void;
	/** Start frames go to the temp folder; absent: it cannot be chosen. */
	readonly uploads?: { readonly toTemp: boolean; onToTemp(toTemp: boolean): void };
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
	const link = useLinkText();
	const first = servers.find((server) => server.id === props.serverId) ?? servers[0];
	const [choice, setChoice] = useState(props.address === undefined ? (first?.id ?? OTHER) : OTHER);
	const [address, setAddress] = useState(props.address ?? '');
	const [checked, setChecked] = useState(props.address ?? first?.baseUrl);
	const [badAddress, setBadAddress] = useState<keyof typeof t.badAddress>();
	const [isAllowing, setAllowing] = useState(false);

	const chosen = servers.find((server) => server.id === choice);
	const { createClient } = props;
	const states = useServerStates(props.open ? servers : [], createClient);
	const client = useMemo(
		() => (checked === undefined ? undefined : createClient(checked)),
		[checked, createClient],
	);
	const { server, busy, check } = useServerInfo(props.open ? client : undefined);

	const checkNow = async () => {
		if (chosen) return checked === chosen.baseUrl ? check() : setChecked(chosen.baseUrl);
		const parsed = parseBaseUrl(address);
		setBadAddress(parsed.ok ? undefined : parsed.error);
		if (!parsed.ok) return;
		setAddress(parsed.value);
		setAllowing(true);
		const isAllowed = (await props.allow?.(parsed.value)) ?? true;
		if (!isAllowed) return;
		setAllowing(false);
		if (parsed.value === checked) check();
		else setChecked(parsed.value);
	};
	const choose = (value: string) => {
		setChoice(value);
		setBadAddress(undefined);
		setChecked(servers.find(({ id }) => id === value)?.baseUrl);
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
					void checkNow();
				}}
			>
				{servers.length > 0 && (
					<div className={styles.address}>
						<Select
							className={styles.field}
							label={t.server}
							placement="above"
							value={choice}
							onChange={choose}
							options={[
								...servers.map(({ id, name, kind }) => ({
									value: id,
									label: name,
									detail: `${kindWord(t, kind)}, ${stateWord(text.generation.engine, states[id])}`,
									mark: (
										<StateDot
											tone={stateTone(states[id])}
											pulsing={states[id]?.state === 'checking'}
										/>
									),
								})),
								{ value: OTHER, label: t.otherAddress, detail: t.direct },
							]}
						/>
						{chosen?.kind === 'direct' && props.onRemove && (
							<IconButton
								size="l"
								icon={Trash2}
								label={link.servers.remove(chosen.name)}
								onClick={() => {
									props.onRemove?.(chosen.id);
									choose(OTHER);
								}}
							/>
						)}
					</div>
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
						after={<Badge>{kindWord(t, chosen?.kind ?? 'direct')}</Badge>}
					/>
					<Button type="submit" size="l" icon={RefreshCw} busy={busy || isAllowing}>
						{server.state === 'none' ? t.check : t.checkAgain}
					</Button>
				</div>
			</form>
			<HealthList
				server={server}
				busy={busy}
				models={props.models(chosen?.id)}
				onFreeMemory={() => void freeMemory()}
			/>
			{props.uploads && (
				<div className={styles.uploads}>
					<Checkbox
						label={link.files.toTemp}
						checked={props.uploads.toTemp}
						onChange={props.uploads.onToTemp}
					/>
					<p className={styles.hint}>{link.files.toTempText}</p>
				</div>
			)}
			{'error' in server && (
				<div className={styles.error}>
					<ErrorNotice error={server.error} />
				</div>
			)}
		</Dialog>
	);
}

const kindWord = (t: Messages['generation']['connect'], kind: ServerRef['kind']): string =>
	({ serve: t.throughApp, sameOrigin: t.sameOrigin, direct: t.direct })[kind];

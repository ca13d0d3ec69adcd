import type { Messages } from '#text/messages.ts';
import { StateDot } from '#ui/controls/Badge.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { useText } from '#ui/text/useText.tsx';
import { anyEngine, type ServerRef, type ServerState } from './serverRef.ts';

export interface EngineSelectProps {
	/** `draft`, the id of a server, or `any`. */
	readonly engine: string;
	readonly servers: readonly ServerRef[];
	/** What is known of each server, by id; the chosen one at least. */
	readonly states: Readonly<Record<string, ServerState>>;
	readonly onEngine: (engine: string) => void;
	/** ComfyUI was chosen and no server is known. */
	readonly onConnect: () => void;
	readonly className?: string;
}

const CONNECT = 'connect';

/** What makes the video: the draft, or one of the ComfyUI servers, each with a dot and a word for its state. */
export function EngineSelect({
	engine,
	servers,
	states,
	onEngine,
	onConnect,
	className,
}: EngineSelectProps) {
	const text = useText().generation.engine;
	// Of one alone there is no choice to offer.
	const chosen = engine === anyEngine && servers.length === 1 ? servers[0]?.id : engine;
	const options = [
		{
			value: 'draft',
			label: text.draft,
			detail: text.draftDetail,
			mark: <StateDot tone="neutral" />,
		},
		...servers.map((server) => {
			const state = states[server.id];
			return {
				value: server.id,
				label: servers.length === 1 ? text.comfy : text.comfyNamed(server.name),
				detail: stateWord(text, state),
				mark: <StateDot tone={stateTone(state)} pulsing={state?.state === 'checking'} />,
			};
		}),
		...(servers.length > 1
			? [
					{
						value: anyEngine,
						label: text.any,
						detail: text.anyDetail,
						mark: <StateDot tone="neutral" />,
					},
				]
			: []),
		...(servers.length === 0
			? [
					{
						value: CONNECT,
						label: text.comfy,
						detail: text.notConnected,
						mark: <StateDot tone="neutral" />,
					},
				]
			: []),
	];
	return (
		<Select
			label={text.label}
			placement="hidden"
			className={className}
			value={options.find((option) => option.value === chosen)?.value ?? 'draft'}
			options={options}
			onChange={(value) => (value === CONNECT ? onConnect() : onEngine(value))}
		/>
	);
}

const tones = {
	none: 'neutral',
	checking: 'warn',
	connected: 'ok',
	refused: 'danger',
	unreachable: 'danger',
	failed: 'danger',
} as const;

/** The colour of a state; always beside its word. */
export const stateTone = (state: ServerState | undefined) => tones[state?.state ?? 'none'];

/** A server's state in a word: `connected 0.33.0`. */
export function stateWord(
	text: Messages['generation']['engine'],
	state: ServerState | undefined,
): string {
	switch (state?.state) {
		case 'connected':
			return text.connected(state.facts.version);
		case 'checking':
			return text.checking;
		case 'refused':
			return text.refused;
		case 'unreachable':
			return text.unreachable;
		case 'failed':
			return text.failed;
		default:
			return text.notConnected;
	}
}

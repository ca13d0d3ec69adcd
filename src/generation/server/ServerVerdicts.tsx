import { type PreflightProblem, stopsRun } from '#comfy/preflight/preflight.ts';
import { Badge, StateDot } from '#ui/controls/Badge.tsx';
import { Section } from '#ui/controls/Section.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useLinkText } from '../link/useLinkText.ts';
import { stateTone, stateWord } from './EngineSelect.tsx';
import styles from './ServerVerdicts.module.css';
import type { ServerRef, ServerState } from './serverRef.ts';

export interface ServerVerdictsProps {
	readonly verdicts: readonly {
		readonly server: ServerRef;
		readonly state: ServerState;
		/** What it would refuse of the shot; undefined: it has not answered. */
		readonly problems: readonly PreflightProblem[] | undefined;
		/** Runs there, of anybody; undefined: not known. */
		readonly queued: number | undefined;
	}[];
	/** The one that the next run goes to. */
	readonly nextId: string;
}

/**
 * When any idle ComfyUI will do: whether each has what the shot needs and how busy it is, and which one is next. The list is
 * named "Servers"; each item carries `data-server` (its name) and `data-state` (`ready`, `lacking`, `away`).
 */
export function ServerVerdicts({ verdicts, nextId }: ServerVerdictsProps) {
	const engine = useText().generation.engine;
	const t = useLinkText();
	return (
		<Section title={t.servers.list}>
			<ul className={styles.list} aria-label={t.servers.list}>
				{verdicts.map(({ server, state, problems, queued }) => {
					const grave = problems?.filter(stopsRun).length;
					const verdict = grave === undefined ? 'away' : grave > 0 ? 'lacking' : 'ready';
					const words = !grave
						? grave === 0
							? t.servers.hasAll
							: stateWord(engine, state)
						: t.checks.toMend(grave);
					return (
						<li
							key={server.id}
							className={styles.row}
							data-server={server.name}
							data-state={verdict}
							aria-current={server.id === nextId}
						>
							<StateDot tone={verdict === 'lacking' ? 'warn' : stateTone(state)} />
							<span className={styles.name}>{server.name}</span>
							{server.id === nextId && verdict === 'ready' && (
								<Badge tone="accent">{t.servers.next}</Badge>
							)}
							<span className={styles.words}>
								{words}
								{queued !== undefined && queued > 0 && `, ${t.checks.ahead(queued)}`}
							</span>
						</li>
					);
				})}
			</ul>
		</Section>
	);
}

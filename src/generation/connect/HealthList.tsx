import { Check, CircleAlert, Copy, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ModelChoice } from '#comfy/workflow/modelRoles.ts';
import { modelRoleNames } from '#comfy/workflow/modelRoles.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Icon } from '#ui/controls/Icon.tsx';
import { Spinner } from '#ui/controls/Spinner.tsx';
import { useText } from '#ui/text/useText.tsx';
import { gigabytes } from '../format/timeCode.ts';
import { useCopy } from '../notice/useCopy.ts';
import { type MissingModel, missingModels } from '../server/missingModels.ts';
import { neededClasses } from '../server/neededClasses.ts';
import type { ServerFacts, ServerState } from '../server/serverRef.ts';
import styles from './HealthList.module.css';

export interface HealthListProps {
	readonly server: ServerState;
	readonly busy: boolean;
	readonly models: ModelChoice;
	readonly onFreeMemory: () => void;
}

type Mark = 'ok' | 'bad' | 'none' | 'busy';

/** Server, graphics card, nodes and models of a ComfyUI, each with what was found and what to do. */
export function HealthList({ server, busy, models, onFreeMemory }: HealthListProps) {
	const text = useText();
	const t = text.generation.connect;
	const facts = server.state === 'connected' ? server.facts : undefined;
	const asking = busy && !facts;
	const unknown: Mark = asking ? 'busy' : 'none';
	const bad = server.state !== 'connected' && server.state !== 'none' && !asking;
	const absentClasses = facts ? neededClasses.filter((name) => !facts.info.has(name)) : [];
	const absentModels = facts ? missingModels(facts.info, models) : [];
	const total = modelRoleNames.length;
	return (
		<ul className={styles.list} aria-label={t.health} aria-busy={busy}>
			<Row mark={facts ? 'ok' : bad ? 'bad' : unknown} title={t.serverRow}>
				{facts
					? t.version(facts.version, facts.answeredMs)
					: asking
						? t.checking
						: bad && 'error' in server
							? text.errors.engine(server.error).title
							: t.notChecked}
			</Row>
			<Row
				mark={facts ? (facts.card ? 'ok' : 'none') : unknown}
				title={t.gpuRow}
				action={
					facts && (
						<Button variant="quiet" size="s" onClick={onFreeMemory}>
							{t.freeMemory}
						</Button>
					)
				}
			>
				{facts ? cardWords(t, facts) : ''}
			</Row>
			<Row mark={facts ? (absentClasses.length ? 'bad' : 'ok') : unknown} title={t.nodesRow}>
				{facts &&
					(absentClasses.length
						? t.missingNodes(absentClasses.join(', '))
						: t.allNodes(neededClasses.length))}
			</Row>
			<Row mark={facts ? (absentModels.length ? 'bad' : 'ok') : unknown} title={t.modelsRow}>
				{facts &&
					(absentModels.length
						? t.missingModels(total - absentModels.length, total)
						: t.allModels(total))}
			</Row>
			{absentModels.length > 0 && (
				<li className={styles.missing}>
					{absentModels.map((model) => (
						<MissingRow key={model.role} model={model} />
					))}
				</li>
			)}
		</ul>
	);
}

const cardWords = (
	t: ReturnType<typeof useText>['generation']['connect'],
	{ card }: ServerFacts,
): string => (card ? t.gpu(card.name, gigabytes(card.free), gigabytes(card.total)) : t.noGpu);

const icons = { ok: Check, bad: CircleAlert, none: Minus };

function Row({
	mark,
	title,
	children,
	action,
}: {
	mark: Mark;
	title: string;
	children: ReactNode;
	action?: ReactNode;
}) {
	return (
		<li className={styles.row}>
			<span className={styles.mark} data-mark={mark}>
				{mark === 'busy' ? <Spinner /> : <Icon of={icons[mark]} />}
			</span>
			<span className={styles.title}>{title}</span>
			<span className={styles.words}>{children}</span>
			{action}
		</li>
	);
}

function MissingRow({ model }: { model: MissingModel }) {
	const text = useText();
	const t = text.generation.connect;
	const { copied, copy } = useCopy();
	return (
		<div className={styles.model}>
			<div className={styles.modelWords}>
				<code className={styles.file}>{model.file}</code>
				<div className={styles.folder}>
					{t.goesIn} <code>models/{model.folder}</code>
				</div>
			</div>
			<Button size="s" icon={copied ? Check : Copy} onClick={() => copy(model.file)}>
				{copied ? text.common.copied : t.copyName}
			</Button>
		</div>
	);
}

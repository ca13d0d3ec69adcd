import { Check, Copy, Download, Terminal } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { Graph } from '#comfy/workflow/graph.ts';
import type { Finding } from '#core/lint/rules.ts';
import type { Estimate } from '#jobs/estimate.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Dialog } from '#ui/controls/Dialog.tsx';
import { useText } from '#ui/text/useText.tsx';
import { downloadBytes } from '../download/downloadBytes.ts';
import { safeFileName } from '../download/safeFileName.ts';
import { gigabytes } from '../format/timeCode.ts';
import { useCopy } from '../notice/useCopy.ts';
import type { GraphicsCard } from '../server/readCard.ts';
import { curlCommand } from './curlCommand.ts';
import styles from './ExplainDialog.module.css';
import { graphRows } from './graphRows.ts';
import { useExplainText } from './useExplainText.ts';

/** A run that is not sent yet. */
export interface PlannedRun {
	readonly name: string;
	/** Undefined: the workflow of the shot is not on this computer. */
	readonly graph: Graph | undefined;
	/** The tracks input, to the letter. */
	readonly tracksJson: string;
	readonly tracks: number;
	/** Of all tracks together. */
	readonly samples: number;
	/** Name of the picture in the graph. */
	readonly image: string;
	readonly frame: { readonly width: number; readonly height: number; readonly length: number };
	/** Of the clip. */
	readonly seconds: number;
	/** Set when Generate draws another one. */
	readonly seed: number | undefined;
	readonly time: Estimate;
	readonly findings: readonly Finding[];
}

export interface ExplainDialogProps {
	readonly run: PlannedRun;
	/** Undefined: none is connected. */
	readonly server: { readonly url: string; readonly card: GraphicsCard | undefined } | undefined;
	readonly onClose: () => void;
}

/** "What ComfyUI will get": every value, the tracks to the letter, what it will cost, and ways to take it elsewhere. */
export function ExplainDialog({ run, server, onClose }: ExplainDialogProps) {
	const t = useExplainText();
	return (
		<Dialog
			open
			onOpenChange={(open) => !open && onClose()}
			title={t.title}
			description={server ? t.description : t.noServer}
			size="l"
			footer={<Ways run={run} url={server?.url} />}
		>
			<Facts run={run} server={server} />
			{run.graph ? <Values graph={run.graph} /> : <p role="alert">{t.missingWorkflow}</p>}
			<Part title={t.json} hint={t.jsonHint}>
				{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
				<pre className={styles.json} tabIndex={0}>
					{run.tracksJson}
				</pre>
			</Part>
		</Dialog>
	);
}

/** Used where no server is connected: ComfyUI's own address on this computer. */
const LOCAL_URL = 'http://127.0.0.1:8188';

function Ways({
	run,
	url = LOCAL_URL,
}: {
	readonly run: PlannedRun;
	readonly url?: string | undefined;
}) {
	const t = useExplainText();
	const common = useText().common;
	const { copied, copy } = useCopy();
	const { graph } = run;
	const curl = useMemo(() => graph && curlCommand(url, graph, run.image), [graph, url, run.image]);
	return (
		<>
			<span className={styles.note}>{t.downloadHint}</span>
			<Button icon={copied === run.tracksJson ? Check : Copy} onClick={() => copy(run.tracksJson)}>
				{copied === run.tracksJson ? common.copied : t.copyJson}
			</Button>
			{graph && curl !== undefined && (
				<>
					<Button icon={copied === curl ? Check : Terminal} onClick={() => copy(curl)}>
						{copied === curl ? common.copied : t.copyCurl}
					</Button>
					<Button
						variant="primary"
						icon={Download}
						onClick={() =>
							downloadBytes(
								JSON.stringify(graph, null, 2),
								'application/json',
								safeFileName(`${run.name} workflow`, 'json'),
							)
						}
					>
						{t.download}
					</Button>
				</>
			)}
		</>
	);
}

function Facts({ run, server }: Pick<ExplainDialogProps, 'run' | 'server'>) {
	const t = useExplainText();
	const { generation, common } = useText();
	const { aboutTime } = generation;
	const { frame, time, findings } = run;
	const of = (severity: Finding['severity']) =>
		findings.filter((finding) => finding.severity === severity).length;
	const duration = aboutTime(time.seconds * 1000);
	const card = server?.card;
	return (
		<Part title={t.facts} hint={run.seed === undefined ? undefined : t.exactSeed(run.seed)}>
			<dl className={styles.facts}>
				<Fact name={t.tracks}>{t.tracksValue(run.tracks, run.samples)}</Fact>
				<Fact name={t.size}>{t.kilobytes(common.decimal(run.tracksJson.length / 1000, 1))}</Fact>
				<Fact name={t.clip}>
					{t.clipValue(frame.width, frame.height, frame.length, common.decimal(run.seconds, 2))}
				</Fact>
				<Fact name={t.time}>
					{time.assumed ? t.timeAssumed(duration) : t.timeLearned(duration)}
				</Fact>
				{server && (
					<Fact name={t.card}>
						{card
							? t.cardValue(card.name, gigabytes(card.free), gigabytes(card.total))
							: t.cardUnknown}
					</Fact>
				)}
				<Fact name={t.checks}>
					{findings.length === 0
						? t.noFindings
						: t.findings(of('error'), of('warning'), of('hint'))}
				</Fact>
			</dl>
		</Part>
	);
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
	<div>
		<dt>{name}</dt>
		<dd>{children}</dd>
	</div>
);

function Values({ graph }: { readonly graph: Graph }) {
	const t = useExplainText();
	const rows = useMemo(() => graphRows(graph), [graph]);
	return (
		<Part title={t.graph}>
			<table className={styles.values} aria-label={t.graph}>
				<thead>
					<tr>
						<th scope="col">{t.node}</th>
						<th scope="col">{t.input}</th>
						<th scope="col">{t.value}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(({ id, node, input, value }, index) => (
						<tr key={`${id} ${input}`}>
							<td>{rows[index - 1]?.id === id ? '' : node}</td>
							<td>{input}</td>
							<td>{value === '' ? t.empty : value}</td>
						</tr>
					))}
				</tbody>
			</table>
		</Part>
	);
}

function Part({
	title,
	hint,
	children,
}: {
	readonly title: string;
	readonly hint?: string | undefined;
	readonly children: ReactNode;
}) {
	return (
		<section className={styles.part} aria-label={title}>
			<h3>{title}</h3>
			{hint && <p>{hint}</p>}
			{children}
		</section>
	);
}

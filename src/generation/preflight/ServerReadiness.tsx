import { Check, CircleAlert, Clock, Copy, RefreshCw, TriangleAlert } from 'lucide-react';
import { type PreflightProblem, stopsRun } from '#comfy/preflight/preflight.ts';
import type { Estimate } from '#jobs/estimate.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Icon } from '#ui/controls/Icon.tsx';
import { Section } from '#ui/controls/Section.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useLinkText } from '../link/useLinkText.ts';
import { useCopy } from '../notice/useCopy.ts';
import { useBindingText } from '../workflow/useBindingText.ts';
import { problemWords } from './problemWords.ts';
import styles from './ServerReadiness.module.css';

export interface ServerReadinessProps {
	/** Undefined while it is not known what the server has. */
	readonly problems: readonly PreflightProblem[] | undefined;
	/** The imported workflow of the shot is not here: no server can be asked about it. */
	readonly isWorkflowGone: boolean;
	/** Runs ahead of the next one; undefined: not known. */
	readonly ahead: number | undefined;
	/** How long those take; undefined: not known. */
	readonly wait: Estimate | undefined;
	readonly busy: boolean;
	readonly onCheck: () => void;
	/** Takes the nearest file that is there in place of the missing one. */
	readonly onCandidate: (problem: PreflightProblem, file: string) => void;
	/** Takes a missing LoRA out of the shot. */
	readonly onTakeOut: (file: string) => void;
	readonly onQueue: () => void;
}

/**
 * What ComfyUI would refuse of this shot, and how long its queue is, before anything is sent. The list is named
 * "Server checks"; each item carries `data-kind` and `data-severity`.
 */
export function ServerReadiness(props: ServerReadinessProps) {
	const { problems, ahead, wait } = props;
	const text = useText().generation;
	const t = useLinkText().checks;
	const binding = useBindingText();
	const grave = problems?.filter(stopsRun).length ?? 0;
	return (
		<Section
			title={t.title}
			summary={!problems ? '' : grave > 0 ? t.toMend(grave) : t.ready}
			actions={
				<Button variant="quiet" size="s" onClick={props.onQueue}>
					{t.showQueue}
				</Button>
			}
		>
			{problems?.length === 0 && (
				<p className={styles.line}>
					<span className={styles.ok}>
						<Icon of={Check} />
					</span>
					{t.allWell}
				</p>
			)}
			{!problems && (
				<p className={styles.line}>{props.isWorkflowGone ? binding.missing : t.asking}</p>
			)}
			{problems && problems.length > 0 && (
				<ul aria-label={t.list} className={styles.list}>
					{problems.map((problem, index) => (
						<ProblemItem
							// biome-ignore lint/suspicious/noArrayIndexKey: a problem is its place in the list
							key={`${problem.kind} ${index}`}
							problem={problem}
							{...props}
						/>
					))}
				</ul>
			)}
			{ahead !== undefined && (
				<p className={styles.line} data-part="wait">
					<Icon of={Clock} />
					<span>
						{ahead === 0 ? t.nothingAhead : t.ahead(ahead)}
						{ahead > 0 && wait && (
							<>
								{', '}
								{t.wait(text.aboutTime(wait.seconds * 1000))}
								{wait.assumed && ` (${t.waitAssumed})`}
							</>
						)}
					</span>
				</p>
			)}
		</Section>
	);
}

function ProblemItem({
	problem,
	busy,
	onCheck,
	onCandidate,
	onTakeOut,
}: ServerReadinessProps & { readonly problem: PreflightProblem }) {
	const text = useText();
	const t = useLinkText().checks;
	const { copied, copy } = useCopy();
	const words = problemWords(t, problem);
	const isGrave = stopsRun(problem);
	const isFile = problem.kind === 'missingModel' || problem.kind === 'missingLora';
	const name = isFile
		? problem.file
		: problem.kind === 'missingNodes'
			? problem.classes.join(', ')
			: undefined;
	const candidate = isFile ? problem.candidate : undefined;
	return (
		<li
			className={styles.item}
			data-kind={problem.kind}
			data-severity={isGrave ? 'error' : 'warning'}
		>
			<span className={styles.icon}>
				<Icon of={isGrave ? CircleAlert : TriangleAlert} />
			</span>
			<div className={styles.words}>
				<div className={styles.title}>{words.title}</div>
				<p className={styles.detail}>{words.text}</p>
				{name !== undefined && (
					<div className={styles.fixes}>
						{candidate !== undefined && (
							<Button size="s" onClick={() => onCandidate(problem, candidate)}>
								{t.use(candidate)}
							</Button>
						)}
						{problem.kind === 'missingLora' && (
							<Button size="s" onClick={() => onTakeOut(problem.file)}>
								{t.takeOut}
							</Button>
						)}
						<Button size="s" icon={copied ? Check : Copy} onClick={() => copy(name)}>
							{copied ? text.common.copied : t.copyName}
						</Button>
						<Button size="s" icon={RefreshCw} busy={busy} onClick={onCheck}>
							{t.checkAgain}
						</Button>
					</div>
				)}
			</div>
		</li>
	);
}

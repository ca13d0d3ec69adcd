import { Check, Info } from 'lucide-react';
import type { Job, JobPhase } from '#jobs/job.ts';
import { StateDot } from '#ui/controls/Badge.tsx';
import { Icon } from '#ui/controls/Icon.tsx';
import { Section } from '#ui/controls/Section.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useLinkText } from '../link/useLinkText.ts';
import { jobName } from './jobWords.ts';
import styles from './RunDetails.module.css';

/** Beside a job: the stages it goes through while it runs, and the settings it was made with. */
export function RunDetails({ job }: { job: Job }) {
	const text = useText();
	const t = text.generation.run;
	const active = job.state === 'queued' || job.state === 'running';
	return (
		<>
			<Section title={jobName(text, job)} summary={`${t.seed} ${job.seed}`}>
				{active && <Stages job={job} />}
				{active && (
					<p className={styles.note}>
						<Icon of={Info} />
						<span>{t.keepEditing}</span>
					</p>
				)}
			</Section>
			<Section title={t.thisRun}>
				<RunFacts job={job} />
			</Section>
		</>
	);
}

const comfyStages = ['uploading', 'pending', 'running', 'finishing'] as const;
const draftStages = ['running', 'finishing'] as const;
const order: readonly JobPhase[] = [
	'waiting',
	'uploading',
	'submitting',
	'pending',
	'running',
	'finishing',
];

function Stages({ job }: { job: Job }) {
	const text = useText();
	const t = text.generation.run;
	const stages = job.engine === 'draft' ? draftStages : comfyStages;
	const names = { ...t.steps, ...(job.engine === 'draft' ? t.draftSteps : {}) };
	const at = order.indexOf(job.phase);
	return (
		<ol className={styles.stages}>
			{stages.map((stage) => {
				const place = order.indexOf(stage);
				const now = place === at || (stage === 'uploading' && job.phase === 'submitting');
				const done = place < at && !now;
				return (
					<li
						key={stage}
						className={styles.stage}
						data-done={done ? '' : undefined}
						data-now={now ? '' : undefined}
						aria-current={now ? 'step' : undefined}
					>
						<span className={styles.mark}>
							{done ? (
								<Icon of={Check} />
							) : now ? (
								<StateDot tone="accent" pulsing />
							) : (
								<span className={styles.ring} />
							)}
						</span>
						<span className={styles.name}>{names[stage]}</span>
						{done && <span className="visually-hidden">{t.done}</span>}
						{now && stage === 'running' && job.step && (
							<span className={styles.value}>{t.step(job.step.value, job.step.max)}</span>
						)}
					</li>
				);
			})}
		</ol>
	);
}

/** Frame, tracks and sampler of a job as it was when Generate was pressed. */
export function RunFacts({ job }: { job: Job }) {
	const { generation, common } = useText();
	const t = generation.run;
	const link = useLinkText().files;
	const { frame, shot, tracks } = job.document;
	const shown = tracks.filter((track) => track.visible);
	const pins = shown.filter((track) => track.kind === 'pin').length;
	const rows = [
		[t.frame, t.frameValue(frame.width, frame.height, frame.length)],
		[t.tracks, t.tracksValue(shown.length - pins, pins)],
		...(job.engine === 'comfy'
			? [
					[t.stepsCfg, `${shot.steps}, ${common.decimal(shot.cfg, 1)}`],
					[t.sampler, `${shot.sampler}, ${shot.scheduler}`],
				]
			: []),
		[t.seed, String(job.seed)],
		...(shot.loras ?? []).map(
			({ name, strength }) =>
				[link.lora, `${name}, ${String(strength).replace('.', common.decimalSign)}`] as const,
		),
		...(job.remote?.uploads ?? []).map((file) => [link.left, uploadPath(file)] as const),
	] as const;
	return (
		<dl className={styles.facts}>
			{rows.map(([term, value]) => (
				<div key={`${term} ${value}`} className={styles.fact}>
					<dt>{term}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}

/** Where a start frame lies below ComfyUI's folder: `wanati/x.png [temp]` is `temp/wanati/x.png`. */
function uploadPath(file: string): string {
	const [, path = file, folder = 'input'] = /^(.*) \[(input|temp|output)\]$/.exec(file) ?? [];
	return `${folder}/${path}`;
}

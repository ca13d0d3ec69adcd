import { Check, Copy, Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { RunLog } from '#jobs/runLog/createRunLog.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Dialog } from '#ui/controls/Dialog.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useLinkText } from '../link/useLinkText.ts';
import { useCopy } from '../notice/useCopy.ts';
import styles from './RunLogDialog.module.css';
import { useRunLog } from './useRunLog.ts';

export interface RunLogDialogProps {
	readonly log: RunLog;
	readonly jobId: string;
	/** `Run 49`. */
	readonly name: string;
	readonly onClose: () => void;
	/** Downloads versions, settings, checks and this log as one file. */
	readonly onReport: () => void;
}

/** What a run did, line by line: requests, phases, nodes, answers. Shown, copied, or downloaded as a report. */
export function RunLogDialog({ log, jobId, name, onClose, onReport }: RunLogDialogProps) {
	const common = useText().common;
	const t = useLinkText().log;
	const text = useRunLog(log, jobId);
	const { copied, copy } = useCopy();
	const lines = useRef<HTMLPreElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new line comes into sight
	useEffect(() => {
		lines.current?.scrollTo({ top: lines.current.scrollHeight });
	}, [text]);
	return (
		<Dialog
			open
			onOpenChange={(open) => !open && onClose()}
			title={t.title(name)}
			description={t.description}
			size="l"
			footer={
				<>
					<span className={styles.note}>{t.reportText}</span>
					<Button
						icon={copied ? Check : Copy}
						reason={text === '' ? t.empty : undefined}
						onClick={() => copy(text)}
					>
						{copied ? common.copied : t.copy}
					</Button>
					<Button variant="primary" icon={Download} onClick={onReport}>
						{t.report}
					</Button>
				</>
			}
		>
			{text === '' ? (
				<p className={styles.empty}>{t.empty}</p>
			) : (
				<pre
					ref={lines}
					role="log"
					className={styles.lines}
					aria-label={t.title(name)}
					// biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls what has the focus
					tabIndex={0}
				>
					{text}
				</pre>
			)}
		</Dialog>
	);
}

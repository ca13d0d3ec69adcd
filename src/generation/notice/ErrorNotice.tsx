import { Check, CircleAlert, Copy } from 'lucide-react';
import { nearestName } from '#comfy/preflight/nearestName.ts';
import type { EngineError, ModelRole } from '#jobs/engineError.ts';
import type { ErrorAction } from '#text/en/errors.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Icon } from '#ui/controls/Icon.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useLinkText } from '../link/useLinkText.ts';
import { CodeText } from './CodeText.tsx';
import styles from './ErrorNotice.module.css';
import { OriginWays } from './OriginWays.tsx';
import { useCopy } from './useCopy.ts';

export interface ErrorNoticeProps {
	readonly error: EngineError;
	/** `Run 49`, when the error belongs to one. */
	readonly run?: string;
	/** What can be done here; an action without a handler is not offered, copying always is. */
	readonly actions?: Readonly<Partial<Record<ErrorAction, () => void>>>;
	/** Takes the nearest file that the server has in place of the missing one. Absent: none is offered. */
	readonly onCandidate?: ((role: ModelRole, file: string) => void) | undefined;
}

/** What happened, why, and the buttons that mend it. */
export function ErrorNotice({ error, run, actions = {}, onCandidate }: ErrorNoticeProps) {
	const text = useText();
	const link = useLinkText();
	const { copied, copy } = useCopy();
	const message = text.errors.engine(error, run);
	const { copy: copyText } = message;
	const candidate =
		error.kind === 'missingModel' && onCandidate
			? nearestName(error.file, error.available)
			: undefined;
	const copies = (action: ErrorAction) => action === 'copyCommand' || action === 'copyName';
	return (
		<section className={styles.notice} role="alert">
			<span className={styles.icon}>
				<Icon of={CircleAlert} />
			</span>
			<div className={styles.words}>
				<h2 className={styles.title}>{message.title}</h2>
				<p className={styles.text}>
					{error.kind === 'origin' ? (
						text.generation.connect.originText(error.url, error.pageOrigin)
					) : (
						<CodeText>{message.text}</CodeText>
					)}
				</p>
				{error.kind === 'origin' && <OriginWays url={error.url} pageOrigin={error.pageOrigin} />}
				<div className={styles.actions}>
					{error.kind === 'missingModel' && candidate !== undefined && (
						<Button onClick={() => onCandidate?.(error.role, candidate)}>
							{link.checks.use(candidate)}
						</Button>
					)}
					{message.actions
						.filter((action) =>
							copies(action) ? copyText && error.kind !== 'origin' : actions[action],
						)
						.map((action) => (
							<Button
								key={action}
								icon={copies(action) ? (copied ? Check : Copy) : undefined}
								onClick={() => (copies(action) ? copy(copyText ?? '') : actions[action]?.())}
							>
								{copies(action) && copied ? text.common.copied : text.errors.actions[action]}
							</Button>
						))}
				</div>
			</div>
		</section>
	);
}

import { AlertDialog as RadixAlertDialog } from 'radix-ui';
import { useText } from '../text/useText.tsx';
import styles from './AlertDialog.module.css';
import { Button } from './Button.tsx';
import dialogStyles from './Dialog.module.css';

export interface AlertDialogProps {
	readonly open: boolean;
	readonly onOpenChange: (open: boolean) => void;
	/** What will happen, as a question: "Delete Run 48?" */
	readonly title: string;
	readonly text: string;
	/** The verb of the title: "Delete". */
	readonly confirmLabel: string;
	readonly danger?: boolean;
	readonly onConfirm: () => void;
}

/** Asks before something that undo cannot bring back; Cancel has the first focus. */
export function AlertDialog({
	open,
	onOpenChange,
	title,
	text,
	confirmLabel,
	danger = false,
	onConfirm,
}: AlertDialogProps) {
	const words = useText();
	return (
		<RadixAlertDialog.Root open={open} onOpenChange={onOpenChange}>
			<RadixAlertDialog.Portal>
				<div className={dialogStyles.scrim}>
					<RadixAlertDialog.Content className={dialogStyles.dialog} data-size="s">
						<div className={styles.words}>
							<RadixAlertDialog.Title className={dialogStyles.title}>
								{title}
							</RadixAlertDialog.Title>
							<RadixAlertDialog.Description className={styles.text}>
								{text}
							</RadixAlertDialog.Description>
						</div>
						<footer className={dialogStyles.footer}>
							<RadixAlertDialog.Cancel asChild>
								<Button>{words.common.cancel}</Button>
							</RadixAlertDialog.Cancel>
							<RadixAlertDialog.Action asChild>
								<Button variant={danger ? 'danger' : 'primary'} onClick={onConfirm}>
									{confirmLabel}
								</Button>
							</RadixAlertDialog.Action>
						</footer>
					</RadixAlertDialog.Content>
				</div>
			</RadixAlertDialog.Portal>
		</RadixAlertDialog.Root>
	);
}

import { Check, CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import {
	createContext,
	type ReactNode,
	useContext,
	useEffect,
	useState,
	useSyncExternalStore,
} from 'react';
import { useText } from '../text/useText.tsx';
import { Button } from './Button.tsx';
import { createToasts, type Toast, type Toasts } from './createToasts.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './Toast.module.css';

const TOAST_MS = 6000;
const icons = { info: Info, ok: Check, warn: TriangleAlert, error: CircleAlert };

const ToastContext = createContext<Toasts>(createToasts());

/** `useToasts().show({ title: 'Track deleted', action: { label: 'Undo', onAction } })`. */
export const useToasts = (): Toasts => useContext(ToastContext);

/** Holds the messages and shows them; `--toast-x` (default 50%) and `--toast-bottom` (24px) place them. */
export function ToastProvider({ toasts, children }: { toasts?: Toasts; children: ReactNode }) {
	const [own] = useState(createToasts);
	const store = toasts ?? own;
	return (
		<ToastContext.Provider value={store}>
			{children}
			<ToastRegion toasts={store} />
		</ToastContext.Provider>
	);
}

function ToastRegion({ toasts }: { toasts: Toasts }) {
	const text = useText();
	const list = useSyncExternalStore(toasts.subscribe, toasts.get);
	return (
		<section className={styles.region} aria-label={text.common.notifications}>
			{list.map((toast) => (
				<ToastCard key={toast.id} toast={toast} onClose={() => toasts.close(toast.id)} />
			))}
		</section>
	);
}

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }) {
	const text = useText();
	const [held, setHeld] = useState(false);
	const stays = toast.tone === 'error' || held;
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new onClose each render must not restart the clock
	useEffect(() => {
		if (stays) return;
		const timer = setTimeout(onClose, TOAST_MS);
		return () => clearTimeout(timer);
	}, [stays]);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: it has a role; a hover or focus only stops its clock
		<div
			role={toast.tone === 'error' ? 'alert' : 'status'}
			className={styles.toast}
			data-tone={toast.tone}
			onPointerEnter={() => setHeld(true)}
			onPointerLeave={() => setHeld(false)}
			onFocus={() => setHeld(true)}
			onBlur={() => setHeld(false)}
		>
			<span className={styles.icon}>
				<Icon of={icons[toast.tone]} />
			</span>
			<div className={styles.words}>
				<div>{toast.title}</div>
				{toast.text && <div className={styles.text}>{toast.text}</div>}
			</div>
			{toast.action && (
				<Button
					size="s"
					onClick={() => {
						onClose();
						toast.action?.onAction();
					}}
				>
					{toast.action.label}
				</Button>
			)}
			<IconButton icon={X} size="s" label={text.common.close} onClick={onClose} />
		</div>
	);
}

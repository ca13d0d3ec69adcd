import { FileInput, Server } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '#ui/controls/Button.tsx';
import { useBindingText } from './useBindingText.ts';
import styles from './WorkflowDialog.module.css';

export interface ImportButtonsProps {
	/** A server is connected: without one only files in API format can be read. */
	readonly hasServer: boolean;
	readonly onFile: (file: File) => void;
	readonly onTemplate: () => void;
}

/** A workflow from a file, or the server's own template. The file input is labelled "Workflow file". */
export function ImportButtons({ hasServer, onFile, onTemplate }: ImportButtonsProps) {
	const t = useBindingText();
	const input = useRef<HTMLInputElement>(null);
	return (
		<div>
			<div className={styles.buttons}>
				<Button icon={FileInput} onClick={() => input.current?.click()}>
					{t.importFile}
				</Button>
				<Button icon={Server} reason={hasServer ? undefined : t.needServer} onClick={onTemplate}>
					{t.fromServer}
				</Button>
			</div>
			<p className={styles.hint}>{hasServer ? t.importHint : t.noServerHint}</p>
			<div className="visually-hidden">
				<input
					ref={input}
					type="file"
					tabIndex={-1}
					aria-label={t.fileInput}
					accept=".json,.png,.webp,.mp4,.mov,.webm,.mkv,application/json,image/png,image/webp,video/*"
					onChange={(event) => {
						const [file] = event.currentTarget.files ?? [];
						// The same file chosen again is a new choice.
						event.currentTarget.value = '';
						if (file) onFile(file);
					}}
				/>
			</div>
		</div>
	);
}

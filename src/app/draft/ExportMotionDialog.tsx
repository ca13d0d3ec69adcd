import { useEffect, useRef, useState } from 'react';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import type { MotionExport } from '#draft/draftWork.ts';
import { useDraftText } from '#editor/preview/useDraftText.ts';
import { useEditor } from '#editor/useEditor.ts';
import { downloadBytes } from '#generation/download/downloadBytes.ts';
import { safeFileName } from '#generation/download/safeFileName.ts';
import { renderStartFrame } from '#media/browser/renderStartFrame.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Checkbox } from '#ui/controls/Checkbox.tsx';
import { Dialog } from '#ui/controls/Dialog.tsx';
import { Progress } from '#ui/controls/Progress.tsx';
import { Segmented } from '#ui/controls/Segmented.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { useToasts } from '#ui/controls/Toast.tsx';
import type { Studio } from '../studio/createStudio.ts';
import styles from './ExportMotionDialog.module.css';
import { exportMotion } from './exportMotion.ts';

type Kind = MotionExport['kind'];
type Format = 'mp4' | 'webm' | 'gif' | 'png';
type Over = 'picture' | 'draft';

const kinds: readonly Kind[] = ['draft', 'tracks', 'timeToMove', 'funControl', 'vace'];
const formatsOf: Readonly<Partial<Record<Kind, readonly Format[]>>> = {
	draft: ['mp4', 'webm'],
	tracks: ['mp4', 'webm', 'gif', 'png'],
};

/** Writes the motion of the shot as a video, an animation, pictures, or a guide for another model. */
export default function ExportMotionDialog({
	studio: { editor, pictures },
	onClose,
}: {
	readonly studio: Pick<Studio, 'editor' | 'pictures'>;
	onClose(): void;
}) {
	const text = useDraftText();
	const toasts = useToasts();
	const [kind, setKind] = useState<Kind>('draft');
	const [format, setFormat] = useState<Format>('mp4');
	const [over, setOver] = useState<Over>('picture');
	const [shadow, setShadow] = useState(false);
	const [fraction, setFraction] = useState<number>();
	const [problem, setProblem] = useState<string>();
	const running = useRef<AbortController>(undefined);
	const movesNothing = useEditor(
		editor,
		({ history }) => !history.present.tracks.some((track) => track.visible),
	);
	useEffect(() => () => running.current?.abort(), []);
	const formats = formatsOf[kind];
	const isRunning = fraction !== undefined;

	const write = async () => {
		const cancel = new AbortController();
		running.current = cancel;
		setProblem(undefined);
		setFraction(0);
		try {
			const shot = editor.getDocument();
			const stored = shot.image && (await pictures.bytesOf(shot.image.sha256));
			if (!shot.image || !stored) throw new Error('the start image is gone');
			const { rect } = createFrameMapping(shot.image, shot.frame);
			const { width, height } = shot.frame;
			const start = await renderStartFrame(stored, rect, width, height);
			const chosen = formats?.includes(format) ? format : 'mp4';
			const what = { kind, format: chosen, over, shadow } as MotionExport & { shadow: boolean };
			const made = await exportMotion(shot, start, what, {
				signal: cancel.signal,
				onProgress: setFraction,
			});
			if (!made.ok) {
				const { error } = made;
				setProblem(error.kind === 'unsupported' ? text.noVideos : text.failed(error.detail));
				return;
			}
			const { bytes, mediaType, extension } = made.value;
			const name = safeFileName(`${shot.name} ${suffixes[kind]}`, extension);
			downloadBytes(bytes, mediaType, name);
			toasts.show({ tone: 'ok', title: text.exported(name) });
			onClose();
		} catch (error) {
			if (!cancel.signal.aborted)
				setProblem(text.failed(error instanceof Error ? error.message : String(error)));
		} finally {
			setFraction(undefined);
		}
	};

	return (
		<Dialog
			open
			onOpenChange={(open) => !open && onClose()}
			title={text.export}
			size="s"
			footer={
				isRunning ? (
					<Button onClick={() => running.current?.abort()}>{text.cancel}</Button>
				) : (
					<>
						<Button onClick={onClose}>{text.close}</Button>
						<Button
							variant="primary"
							reason={movesNothing ? text.noTracks : undefined}
							onClick={() => void write()}
						>
							{text.start}
						</Button>
					</>
				)
			}
		>
			<div className={styles.fields}>
				<Select
					label={text.exportAs}
					placement="above"
					value={kind}
					disabled={isRunning}
					options={kinds.map((value) => ({ value, label: text.kinds[value] }))}
					onChange={setKind}
				/>
				<p className={styles.reason}>{text.kindReasons[kind]}</p>
				{formats && (
					<Segmented
						label={text.format}
						value={formats.includes(format) ? format : 'mp4'}
						disabled={isRunning}
						segments={formats.map((value) => ({ value, label: text.formats[value] }))}
						onChange={setFormat}
					/>
				)}
				{kind === 'tracks' && (
					<Segmented
						label={text.over}
						value={over}
						disabled={isRunning}
						segments={(['picture', 'draft'] as const).map((value) => ({
							value,
							label: text.overs[value],
						}))}
						onChange={setOver}
					/>
				)}
				{(kind === 'draft' || (kind === 'tracks' && over === 'draft')) && (
					<Checkbox
						label={text.shadow}
						checked={shadow}
						disabled={isRunning}
						onChange={setShadow}
					/>
				)}
				{isRunning && (
					<Progress
						label={text.working(Math.round(fraction * 100))}
						fraction={fraction}
						className={styles.progress}
					/>
				)}
				<p role="status" className={styles.problem}>
					{problem}
				</p>
			</div>
		</Dialog>
	);
}

const suffixes: Readonly<Record<Kind, string>> = {
	draft: 'draft',
	tracks: 'tracks',
	timeToMove: 'time-to-move',
	funControl: 'fun-control',
	vace: 'vace',
};

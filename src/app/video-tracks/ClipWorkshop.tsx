import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useEditor } from '#editor/useEditor.ts';
import { Button } from '#ui/controls/Button.tsx';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { FileActions } from '../hooks/useFileActions.ts';
import type { Studio } from '../studio/createStudio.ts';
import { addTracks } from './addTracks.ts';
import { ClipFacts } from './ClipFacts.tsx';
import { ClipView } from './ClipView.tsx';
import styles from './ClipWorkshop.module.css';
import { FoundTracks } from './FoundTracks.tsx';
import { PickRow } from './PickRow.tsx';
import { PictureView } from './PictureView.tsx';
import { RetargetFields } from './RetargetFields.tsx';
import { linesOf, type TrackLines, type TrackMark } from './TrackMarks.tsx';
import { takeFrame } from './takeFrame.ts';
import type { ClipState } from './useClip.ts';
import { useFollowing } from './useFollowing.ts';
import { usePlayback } from './usePlayback.ts';
import { type Retarget, useRetarget } from './useRetarget.ts';
import { VideoFileInput } from './VideoFileInput.tsx';
import { useVideoTracksText } from './videoTracksText.ts';

/** An open clip: pick, look, choose, fit, and add to the shot. */
export function ClipWorkshop({
	studio: { editor, pictures, generation },
	files,
	ready: { clip, reader, file, from },
	bar,
	onOpen,
	onClose,
}: {
	readonly studio: Pick<Studio, 'editor' | 'pictures' | 'generation'>;
	readonly files: Pick<FileActions, 'openImage'>;
	readonly ready: Extract<ClipState, { readonly name: 'ready' }>;
	/** Where the buttons go. */
	readonly bar: HTMLElement | null;
	onOpen(file: File, from?: number): void;
	onClose(): void;
}) {
	const text = useText();
	const t = useVideoTracksText();
	const toasts = useToasts();
	const document = useEditor(editor, ({ history }) => history.present);
	const picture = useSyncExternalStore(pictures.subscribe, pictures.get);
	const [frame, setFrame] = useState(0);
	const [isPlaying, setPlaying] = useState(false);
	const input = useRef<HTMLInputElement>(null);
	const following = useFollowing(reader);
	const retarget = useRetarget(clip, document, following.found);
	const { inFrame, outFrame, dx, dy } = retarget.settings;
	usePlayback(isPlaying, clip.times, [inFrame, outFrame], frame, setFrame);

	const lines = useMemo(
		() => retarget.tracks.map(({ samples }) => linesOf(samples ?? new Float64Array())),
		[retarget.tracks],
	);
	const kept = retarget.tracks.flatMap(({ found, samples }) =>
		found.isKept && samples ? [samples] : [],
	);
	const add = () => {
		addTracks(editor, kept, t.step(kept.length));
		// To the drawing, where they are.
		generation.getState().closeJob();
		toasts.show({
			tone: 'ok',
			title: t.added(kept.length, file.name),
			action: { label: text.app.files.takeBack, onAction: editor.undo },
		});
		onClose();
	};
	const takeShownFrame = async () => {
		try {
			const png = await takeFrame(file, clip.times[frame] ?? 0);
			if (png) await files.openImage(png, `${file.name}.png`);
		} catch (error) {
			const detail = error instanceof Error ? error.message : String(error);
			toasts.show({ tone: 'error', title: t.broke(detail) });
		}
	};
	return (
		<div className={styles.workshop}>
			<div className={styles.column}>
				<ClipView
					clip={clip}
					reader={reader}
					frame={frame}
					found={following.found}
					pending={following.pending.filter((point) => point.frame === frame)}
					isPlaying={isPlaying}
					onFrame={setFrame}
					onPlaying={setPlaying}
					onPick={(point) => {
						setPlaying(false);
						following.addPoint({ ...point, frame });
					}}
				/>
				<ClipFacts clip={clip} from={from} onFrom={(seconds) => onOpen(file, seconds)} />
				<PickRow following={following} frame={frame} />
				<FoundTracks
					clip={clip}
					found={following.found}
					inFrame={inFrame}
					outFrame={outFrame}
					onKeep={following.keep}
					onClear={following.clear}
				/>
			</div>
			<div className={styles.column}>
				<PictureView
					document={document}
					picture={picture.name === 'ready' ? picture.bitmap : null}
					marks={marksOf(retarget, lines, clip.times, frame)}
					dx={dx}
					dy={dy}
					onMove={(x, y) => retarget.change({ dx: x, dy: y })}
					onUseFrame={() => void takeShownFrame()}
				/>
				<RetargetFields
					clip={clip}
					frame={document.frame}
					hasImage={document.image !== null}
					retarget={retarget}
					onFrame={(next) => {
						setPlaying(false);
						setFrame(next);
					}}
				/>
			</div>
			<VideoFileInput ref={input} onFile={onOpen} />
			{bar &&
				createPortal(
					<>
						<Button className={styles.other} onClick={() => input.current?.click()}>
							{t.chooseOther}
						</Button>
						<Button onClick={onClose}>{t.close}</Button>
						<Button
							variant="primary"
							reason={
								document.image === null ? t.addNoPicture : kept.length === 0 ? t.addNone : undefined
							}
							onClick={add}
						>
							{t.add(kept.length)}
						</Button>
					</>,
					bar,
				)}
		</div>
	);
}

/** What is kept, as it will lie in the frame; the heads where they are at the moment of the clip that is on show. */
function marksOf(
	{ tracks, settings, toldSeconds }: Retarget,
	lines: readonly TrackLines[],
	times: readonly number[],
	frame: number,
): TrackMark[] {
	const share = (times[frame]! - times[settings.inFrame]!) / toldSeconds;
	const at = Math.round(Math.min(1, Math.max(0, share)) * 120);
	return tracks.flatMap(({ found, samples }, i): TrackMark[] => {
		if (!found.isKept || !samples) return [];
		const place = (k: number) => ({ x: samples[k * 2]!, y: samples[k * 2 + 1]! });
		const last = samples.length / 2 - 1;
		return [
			{
				number: i + 1,
				lines: lines[i]!,
				...(at <= last ? { head: place(at) } : { lostAt: place(last) }),
				isFaint: false,
			},
		];
	});
}

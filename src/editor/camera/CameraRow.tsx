import { Diamond, Video } from 'lucide-react';
import { type CSSProperties, useEffect, useRef } from 'react';
import { Icon } from '#ui/controls/Icon.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { cx } from '#ui/cx.ts';
import { previewSwitch } from '../preview/previewSwitch.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import barStyles from '../timeline/TrackBar.module.css';
import rowStyles from '../timeline/TrackRow.module.css';
import { useEditor } from '../useEditor.ts';
import { CameraKeys } from './CameraKeys.tsx';
import styles from './CameraRow.module.css';
import { addKey, isAtStart } from './cameraEdits.ts';
import { closeCamera, isCameraOpen, openCamera } from './cameraFocus.ts';
import { useCameraText } from './useCameraText.ts';

/** The camera in time, above the tracks that it moves: pressing it works on it, its diamonds are its keys. */
export function CameraRow({ store }: { readonly store: EditorStore }) {
	const text = useCameraText();
	const span = useRef<HTMLDivElement>(null);
	const isOpen = useEditor(store, isCameraOpen);
	const keys = useEditor(store, ({ history }) => history.present.camera.keys);
	const mayAdd = useEditor(
		store,
		({ playhead, history }) =>
			history.present.camera.keys.length === 0 || !isAtStart(history.present, playhead),
	);
	useEffect(
		() =>
			store.subscribe(({ view, selection }) => {
				if (view.cameraKey !== null && selection.trackIds.length > 0) closeCamera(store);
			}),
		[store],
	);
	useEffect(() => {
		const preview = previewSwitch(store);
		const tell = () => store.setView({ isPictureMoved: preview.getState().isOn });
		tell();
		return preview.subscribe(tell);
	}, [store]);
	const last = keys.at(-1);
	const open = () => openCamera(store);
	return (
		<ul className={styles.list} aria-label={text.camera}>
			<li
				className={cx(rowStyles.row, styles.row)}
				aria-label={text.row(keys.length)}
				aria-current={isOpen || undefined}
				data-selected={isOpen ? '' : undefined}
			>
				<div className={cx(rowStyles.names, styles.names)}>
					<span className={styles.icon}>
						<Icon of={Video} size={14} />
					</span>
					<button
						type="button"
						className={rowStyles.name}
						aria-pressed={isOpen}
						onClick={() => (isOpen ? closeCamera(store) : open())}
					>
						{text.camera}
					</button>
					<IconButton
						size="xs"
						iconSize={14}
						label={text.addKey}
						icon={Diamond}
						reason={mayAdd ? undefined : text.addKeyReason}
						onClick={() => addKey(store, text.steps)}
					/>
				</div>
				{/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the row's name is the keyboard's way to open it */}
				<div className={barStyles.lane} data-part="lane" onClick={open}>
					<div
						ref={span}
						className={cx(barStyles.span, !last && styles.rest)}
						style={{ '--bar': 'var(--accent)' } as CSSProperties}
					>
						{last && (
							<>
								<div
									className={cx(barStyles.bar, styles.bar)}
									style={{ left: 0, width: `${last.time * 100}%` }}
								/>
								<div className={cx(barStyles.point, styles.start)} title={text.startText} />
							</>
						)}
						<CameraKeys store={store} span={span} isOpen={isOpen} />
						{!last && <span className={styles.hint}>{text.atRest}</span>}
					</div>
				</div>
			</li>
		</ul>
	);
}

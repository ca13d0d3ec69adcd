import { MapPin, Plus } from 'lucide-react';
import { type CSSProperties, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { clipSeconds } from '#core/trajectory/time.ts';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { useText } from '#ui/text/useText.tsx';
import { CameraRow } from '../camera/CameraRow.tsx';
import { useShortcuts } from '../input/shortcuts.ts';
import { ContextMenu } from '../menu/ContextMenu.tsx';
import { startPlayback } from '../playback/startPlayback.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useEditor } from '../useEditor.ts';
import { GeneratorButton } from './generators/GeneratorButton.tsx';
import { NoTracks } from './NoTracks.tsx';
import { PlayheadLine } from './PlayheadLine.tsx';
import { Ruler } from './Ruler.tsx';
import styles from './Timeline.module.css';
import { TrackRows } from './TrackRows.tsx';
import { Transport } from './Transport.tsx';
import type { RulerUnit } from './ticks.ts';
import { createTrackRows } from './trackRows.ts';
import { useNarrow } from './useNarrow.ts';
import { usePlayheadInView } from './usePlayheadInView.ts';
import { useTimelineZoom } from './useTimelineZoom.ts';

/** Time: transport, ruler, one row a track. While it is mounted it moves the playhead of a playing store. */
export function Timeline({ store }: { readonly store: EditorStore }) {
	const text = useText().editor;
	const rowsOf = useMemo(createTrackRows, []);
	const rows = useEditor(store, rowsOf);
	// A press on the canvas selects: what it opens here waits until the canvas has its frame.
	const selected = useDeferredValue(useEditor(store, (state) => state.selection.trackIds));
	const seconds = useEditor(store, (state) => clipSeconds(state.history.present.frame));
	const isNarrow = useNarrow();
	const keys = useShortcuts(store);
	const [unit, setUnit] = useState<RulerUnit>('seconds');
	const scroller = useRef<HTMLDivElement>(null);
	const names = useRef<HTMLDivElement>(null);
	const { zoom, zoomBy } = useTimelineZoom(scroller, names);
	usePlayheadInView(store, scroller, names, zoom);
	useEffect(() => startPlayback(store, window), [store]);
	return (
		<section className={styles.timeline} aria-label={text.timeline}>
			<Transport store={store} unit={unit} onUnit={setUnit} zoom={zoom} onZoom={zoomBy} />
			<div ref={scroller} className={styles.scroller} data-part="lanes">
				<div className={styles.content} style={{ '--zoom': zoom } as CSSProperties}>
					<div className={styles.head}>
						<div ref={names} className={styles.headNames}>
							<span className={styles.grow}>{text.tracks}</span>
							<GeneratorButton store={store} />
							<IconButton
								size="xs"
								iconSize={14}
								label={text.addPin}
								icon={MapPin}
								shortcut={keys('tool/pin')}
								onClick={() => store.setTool('pin')}
							/>
							<IconButton
								size="xs"
								iconSize={14}
								label={text.addTrack}
								icon={Plus}
								shortcut={keys('tool/pen')}
								onClick={() => store.setTool('pen')}
							/>
						</div>
						<Ruler store={store} unit={unit} />
					</div>
					<CameraRow store={store} />
					<TrackRows
						store={store}
						rows={rows}
						selected={selected}
						seconds={seconds}
						isNarrow={isNarrow}
						scroller={scroller}
					/>
					{rows.length === 0 && <NoTracks store={store} />}
					<PlayheadLine store={store} />
				</div>
			</div>
			<ContextMenu store={store} />
		</section>
	);
}

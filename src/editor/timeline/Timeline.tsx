import { MapPin, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { EmptyState } from '#ui/controls/EmptyState.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { useText } from '#ui/text/useText.tsx';
import { startPlayback } from '../playback/startPlayback.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useEditor } from '../useEditor.ts';
import { PlayheadLine } from './PlayheadLine.tsx';
import { Ruler } from './Ruler.tsx';
import styles from './Timeline.module.css';
import { TrackRow } from './TrackRow.tsx';
import { Transport } from './Transport.tsx';

/** Time: transport, ruler, one row a track. While it is mounted it moves the playhead of a playing store. */
export function Timeline({ store }: { readonly store: EditorStore }) {
	const text = useText().editor;
	const ids = useEditor(store, (state) => state.history.present.tracks.map((track) => track.id));
	const list = useRef<HTMLUListElement>(null);
	useEffect(() => startPlayback(store, window), [store]);
	return (
		<section className={styles.timeline} aria-label={text.timeline}>
			<Transport store={store} />
			<div className={styles.scroller}>
				<div className={styles.content}>
					<div className={styles.head}>
						<div className={styles.headNames}>
							<span className={styles.grow}>{text.tracks}</span>
							<IconButton
								size="xs"
								iconSize={14}
								label={text.addPin}
								icon={MapPin}
								shortcut="A"
								onClick={() => store.setTool('pin')}
							/>
							<IconButton
								size="xs"
								iconSize={14}
								label={text.addTrack}
								icon={Plus}
								shortcut="P"
								onClick={() => store.setTool('pen')}
							/>
						</div>
						<Ruler store={store} />
					</div>
					<ul ref={list} aria-label={text.tracks} className={styles.rows}>
						{ids.map((id) => (
							<TrackRow key={id} store={store} trackId={id} />
						))}
					</ul>
					{ids.length === 0 && <EmptyState title={text.noTracks} text={text.noTracksText} />}
					<PlayheadLine store={store} />
				</div>
			</div>
		</section>
	);
}

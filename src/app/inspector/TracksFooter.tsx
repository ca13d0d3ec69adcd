import { Download, FileOutput, Upload } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { SAMPLE_COUNT, type WanDocument } from '#core/document/document.ts';
import { atiTracksSize } from '#core/formats/atiTracksSize.ts';
import { exactDifference } from '#core/guidance/exactSamples.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import { useGuidanceText } from '#editor/influence/useGuidanceText.ts';
import type { EditorStore } from '#editor/store/createEditorStore.ts';
import { useEditor } from '#editor/useEditor.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Checkbox } from '#ui/controls/Checkbox.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { FileInputsHandle } from '../FileInputs.tsx';
import { LazyExportDialog } from '../formats/lazyExportDialog.ts';
import type { FileActions } from '../hooks/useFileActions.ts';
import styles from './Inspector.module.css';

/** The trajectory as a file: how many tracks, how large, and the way out and in. */
export function TracksFooter({
	store,
	files,
	inputs,
}: {
	readonly store: EditorStore;
	readonly files: FileActions;
	readonly inputs: RefObject<FileInputsHandle | null>;
}) {
	const text = useText().app;
	const [isExporting, setExporting] = useState(false);
	// Settled documents only: during a drag the size would be counted again for each move.
	const { tracks, released, kilobytes } = useEditor(store, ({ history }) =>
		sizeOf(history.gesture?.base ?? history.present),
	);
	return (
		<footer className={styles.footer} data-part="footer">
			<p>
				<span>{text.inspectorFooter.tracks(tracks, released)}</span>
				<span className={styles.meta}>{text.inspectorFooter.size(kilobytes)}</span>
			</p>
			<ExactSamples store={store} />
			<div className={styles.footerButtons}>
				<Button icon={Upload} size="s" onClick={() => inputs.current?.chooseTracks()}>
					{text.menu.importTracks}
				</Button>
				<Button icon={Download} size="s" onClick={files.exportTracksFile}>
					{text.menu.exportTracks}
				</Button>
				<Button icon={FileOutput} size="s" onClick={() => setExporting(true)}>
					{text.menu.exportAs}
				</Button>
			</div>
			{isExporting && (
				<LazyExportDialog studio={{ editor: store }} onClose={() => setExporting(false)} />
			)}
		</footer>
	);
}

/** Export and Generate with each frame's own position, and how much that changes. */
function ExactSamples({ store }: { readonly store: EditorStore }) {
	const text = useGuidanceText();
	const { isExact, px } = useEditor(store, ({ history }) => {
		const document = history.gesture?.base ?? history.present;
		return { isExact: document.shot.exactSamples === true, px: differenceOf(document) };
	});
	return (
		<div className={styles.exact} title={text.exactReason}>
			<Checkbox
				label={text.exact}
				checked={isExact}
				hint={text.exactDifference(px)}
				onChange={(exactSamples) =>
					store.dispatch(text.exact, [{ type: 'shot/set', patch: { exactSamples } }])
				}
			/>
		</div>
	);
}

const differences = new WeakMap<WanDocument, number>();

/** Worked out once a document. */
function differenceOf(document: WanDocument): number {
	const known = differences.get(document) ?? exactDifference(document);
	differences.set(document, known);
	return known;
}

type Size = { readonly tracks: number; readonly released: number; readonly kilobytes: number };
const sizes = new WeakMap<readonly unknown[], Size>();

/** Counted once a document; memory goes with the document. */
function sizeOf(document: Parameters<typeof frameSamples>[0]): Size {
	const entries = frameSamples(document);
	const known = sizes.get(entries);
	if (known) return known;
	const released = entries.filter(({ releasedAt }) => releasedAt < SAMPLE_COUNT).length;
	const kilobytes = atiTracksSize(entries.map(({ samples }) => samples)) / 1000;
	const size = { tracks: entries.length, released, kilobytes };
	sizes.set(entries, size);
	return size;
}

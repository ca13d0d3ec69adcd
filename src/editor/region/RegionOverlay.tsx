import type { ImagePoint } from '#core/geometry/point.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { useEditor } from '../useEditor.ts';
import styles from './RegionOverlay.module.css';
import { boxOf, type RegionState } from './regionTool.ts';

/** The selection's marching outline with the places of its tracks, and the stroke being drawn, over the canvas. */
export function RegionOverlay({ store }: { readonly store: EditorStore }) {
	const state = useEditor(store, regionStateOf);
	const viewport = useEditor(store, (all) => all.viewport);
	const { regionMode, brushSize } = useEditor(store, ({ options }) => options);
	const isHidden = useEditor(store, ({ view }) => view.hidesOverlay);
	if (!state || state.name === 'idle' || isHidden) return null;
	const choice = state.name === 'drawing' ? (state.isFresh ? null : state.before) : state;
	const toScreen = ({ x, y }: ImagePoint) =>
		`${(x * viewport.scale + viewport.x).toFixed(1)} ${(y * viewport.scale + viewport.y).toFixed(1)}`;
	const pathOf = (ring: readonly ImagePoint[]) => `M${ring.map(toScreen).join('L')}Z`;
	const outline = choice?.found?.rings.map(pathOf).join('');
	const line = state.name === 'drawing' && state.line.length > 1 ? state.line : null;
	return (
		<svg className={styles.overlay} aria-hidden data-waiting={isWaiting(state) || undefined}>
			{outline && (
				<>
					<path d={outline} className={styles.fill} fillRule="evenodd" />
					<path d={outline} className={styles.casing} />
					<path d={outline} className={styles.ants} />
				</>
			)}
			{choice?.found?.points.map((point) => {
				const [x, y] = toScreen(point).split(' ');
				return <circle key={`${x} ${y}`} cx={x} cy={y} r={5} className={styles.point} />;
			})}
			{line && regionMode === 'brush' && (
				<path
					d={`M${line.map(toScreen).join('L')}`}
					className={styles.brush}
					strokeWidth={brushSize * viewport.scale}
				/>
			)}
			{line && (regionMode === 'lasso' || regionMode === 'box') && (
				<path
					d={pathOf(regionMode === 'box' ? boxOf(line[0]!, line.at(-1)!) : line)}
					className={styles.stroke}
				/>
			)}
		</svg>
	);
}

const regionStateOf = ({ tool }: EditorState): RegionState | null =>
	tool.id === 'region' ? tool.state : null;

const isWaiting = (state: RegionState): boolean => state.name === 'chosen' && !state.isFound;

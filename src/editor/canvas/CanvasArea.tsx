import type { ReactNode } from 'react';
import { HintBar } from '../panels/HintBar.tsx';
import { ViewBar } from '../panels/ViewBar.tsx';
import styles from './CanvasArea.module.css';
import { EditorCanvas, type EditorCanvasProps } from './EditorCanvas.tsx';

/** The canvas with its view bar above and its hint bar below. @param viewBar More toggles for the view bar. */
export function CanvasArea({
	viewBar,
	...canvas
}: EditorCanvasProps & { readonly viewBar?: ReactNode }) {
	return (
		<div className={styles.area}>
			<ViewBar store={canvas.store}>{viewBar}</ViewBar>
			<EditorCanvas {...canvas} />
			<HintBar store={canvas.store} />
		</div>
	);
}

import { Check, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '#ui/controls/Button.tsx';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useShortcuts } from '../input/shortcuts.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useEditor } from '../useEditor.ts';
import styles from './RegionBar.module.css';
import { useRegionText } from './useRegionText.ts';

/** What is selected, and what can be done with it, over the canvas. */
export function RegionBar({ store }: { readonly store: EditorStore }) {
	const text = useRegionText();
	const { percent } = useText().common;
	const keys = useShortcuts(store);
	const bar = useRef<HTMLFieldSetElement>(null);
	useEffect(() => {
		// The canvas around it listens for presses, too.
		const keep = (event: Event) => event.stopPropagation();
		const element = bar.current;
		element?.addEventListener('pointerdown', keep);
		return () => element?.removeEventListener('pointerdown', keep);
	}, []);
	const tool = useEditor(store, (state) => state.tool);
	const choice = tool.id === 'region' && tool.state.name === 'chosen' ? tool.state : null;
	const found = choice?.found;
	const isEmpty = choice?.isFound === true && found?.points.length === 0;
	const words = () => {
		if (!choice) return '';
		if (!choice.isFound || !found) return text.looking;
		return isEmpty ? text.nothing : text.found(percent(found.area), found.points.length);
	};
	return (
		<fieldset
			ref={bar}
			aria-label={text.selection}
			className={styles.bar}
			data-empty={choice ? undefined : ''}
		>
			<span role="status" className={styles.status}>
				{words()}
			</span>
			{choice && (
				<>
					<Button
						variant="primary"
						size="s"
						icon={Check}
						disabled={isEmpty}
						shortcut={keys('finish')}
						tooltip={text.makeReason}
						onClick={() => store.handleToolEvent({ type: 'finish' })}
					>
						{text.make}
					</Button>
					<IconButton
						size="s"
						label={text.clear}
						icon={X}
						shortcut={keys('escape')}
						onClick={() => store.handleToolEvent({ type: 'cancel' })}
					/>
				</>
			)}
		</fieldset>
	);
}

import { WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { Popover } from '#ui/controls/Popover.tsx';
import type { EditorStore } from '../../store/createEditorStore.ts';
import { useTimeText } from '../useTimeText.ts';
import { GeneratorPanel } from './GeneratorPanel.tsx';

/** Opens the motions that are made by numbers; each is shown while it is chosen, and dropped unless applied. */
export function GeneratorButton({ store }: { readonly store: EditorStore }) {
	const text = useTimeText();
	const [isOpen, setOpen] = useState(false);
	return (
		<Popover
			label={text.generate}
			side="top"
			open={isOpen}
			onOpenChange={setOpen}
			trigger={<IconButton size="xs" iconSize={14} label={text.generate} icon={WandSparkles} />}
		>
			<GeneratorPanel store={store} onDone={() => setOpen(false)} />
		</Popover>
	);
}

import type { Picture } from '../canvas/paintPicture.ts';
import { PreviewToggle } from '../preview/PreviewToggle.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { InfluenceToggle } from './InfluenceToggle.tsx';
import { PinsMenu } from './PinsMenu.tsx';

/** What belongs to guidance in the view bar. */
export default function GuidanceBar({
	store,
	picture,
}: {
	readonly store: EditorStore;
	readonly picture: Picture | null;
}) {
	return (
		<>
			<PreviewToggle store={store} />
			<InfluenceToggle store={store} />
			<PinsMenu store={store} picture={picture} />
		</>
	);
}

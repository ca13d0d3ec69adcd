import { ChartSpline, Radar, ScanSearch } from 'lucide-react';
import { ToggleButton } from '#ui/controls/ToggleButton.tsx';
import { useText } from '#ui/text/useText.tsx';
import { useResultsText } from '../metrics/useResultsText.ts';

/** What is drawn over a video. */
export interface ShownOverlays {
	readonly tracks: boolean;
	readonly measured: boolean;
	readonly influence: boolean;
}

export interface PlayerTogglesProps {
	readonly shown: ShownOverlays;
	readonly onShown: (shown: ShownOverlays) => void;
	/** Whether it was measured. */
	readonly hasReport: boolean;
}

/** Planned tracks, where the points were found, and the influence map, over a video. */
export function PlayerToggles({ shown, onShown, hasReport }: PlayerTogglesProps) {
	const t = useText().generation.player;
	const words = useResultsText().player;
	return (
		<>
			<ToggleButton
				surface="canvas"
				icon={Radar}
				label={words.influence}
				tooltip={words.influenceHint}
				pressed={shown.influence}
				onPressedChange={(influence) => onShown({ ...shown, influence })}
			/>
			{hasReport && (
				<ToggleButton
					surface="canvas"
					icon={ScanSearch}
					label={words.measured}
					tooltip={words.measuredHint}
					pressed={shown.measured}
					onPressedChange={(measured) => onShown({ ...shown, measured })}
				/>
			)}
			<ToggleButton
				surface="canvas"
				icon={ChartSpline}
				label={t.showTracks}
				tooltip={t.showTracksHint}
				pressed={shown.tracks}
				onPressedChange={(tracks) => onShown({ ...shown, tracks })}
			/>
		</>
	);
}

import { SAMPLE_COUNT, type WanDocument } from '../document/document.ts';
import { frameSamples } from '../trajectory/frameSamples.ts';
import type { ForeignTracks } from './formatTypes.ts';
import { type ExportSource, type ExportTrack, exportColors } from './parts/exportTypes.ts';
import { frameMap, mapped, type Place, placeForeign, samplesInFrame } from './placeForeign.ts';

/** The visible tracks of a shot, as they are exported; a shot without a picture has the frame for it. */
export function exportSourceOf(document: WanDocument): ExportSource {
	const { frame } = document;
	const { width, height } = frame;
	const image = document.image ?? { sha256: '', width, height, name: '', mediaType: '' };
	return {
		frame,
		image: { width: image.width, height: image.height },
		tracks: frameSamples({ ...document, image }).map(
			({ track, samples }): ExportTrack => ({
				name: track.name,
				color: exportColors[(track.color - 1) % exportColors.length]!,
				samples,
				of: SAMPLE_COUNT,
				// What it follows is in its samples only.
				...(track.follow ? {} : { track }),
			}),
		),
	};
}

/** Foreign tracks on their way into another format: their own positions, curves where they are curves; nothing is fitted. */
export function exportSourceOfForeign(foreign: ForeignTracks, document: WanDocument): ExportSource {
	const place: Place = document;
	const map = frameMap(foreign.space, place);
	const curves = foreign.tracks.filter((track) => track.kind === 'curve');
	const placed = placeForeign({ ...foreign, tracks: curves }, document, () => 'curve');
	const sampled = samplesInFrame({ ...foreign, tracks: curves }, place);
	let next = 0;
	const tracks = foreign.tracks.map((track, n): ExportTrack => {
		const name = track.name ?? `Track ${n + 1}`;
		const color = exportColors[n % exportColors.length]!;
		if (track.kind === 'curve') {
			const at = next++;
			return { name, color, samples: sampled[at]!, of: SAMPLE_COUNT, track: placed[at]! };
		}
		return {
			name,
			color,
			samples: map ? mapped(track.samples, map) : track.samples,
			of: track.of,
		};
	});
	const { frame, image } = document;
	return { frame, image: image ?? { width: frame.width, height: frame.height }, tracks };
}

import type { Command } from './commands.ts';
import type { WanDocument } from './document.ts';

type RegionCommand = Extract<Command, { readonly type: `region/${string}` }>;

/** The part of `applyCommand` for regions. */
export function applyRegionCommand(document: WanDocument, command: RegionCommand): WanDocument {
	const { regions, tracks } = document;
	if (command.type === 'region/remove') {
		const left = regions.filter(({ id }) => !command.regionIds.includes(id));
		return left.length === regions.length ? document : { ...document, regions: left };
	}
	const there = new Set(tracks.map(({ id }) => id));
	const trackIds = command.region.trackIds.filter((id) => there.has(id));
	if (trackIds.length === 0) return document;
	const region = { ...command.region, trackIds };
	const isKnown = regions.some(({ id }) => id === region.id);
	return {
		...document,
		regions: isKnown
			? regions.map((other) => (other.id === region.id ? region : other))
			: [...regions, region],
	};
}

/** The document after tracks have gone: they leave their regions, and a region without tracks goes. */
export function withoutLostTracks(document: WanDocument): WanDocument {
	const { regions, tracks } = document;
	if (regions.length === 0) return document;
	const there = new Set(tracks.map(({ id }) => id));
	const isWhole = (ids: readonly string[]) => ids.every((id) => there.has(id));
	if (regions.every(({ trackIds }) => isWhole(trackIds))) return document;
	return {
		...document,
		regions: regions
			.map((region) =>
				isWhole(region.trackIds)
					? region
					: { ...region, trackIds: region.trackIds.filter((id) => there.has(id)) },
			)
			.filter(({ trackIds }) => trackIds.length > 0),
	};
}

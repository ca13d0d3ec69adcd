import type { Command } from '#core/document/commands.ts';
import { createTrack, type Track, type WanDocument, wholeClip } from '#core/document/document.ts';
import { generateMotion } from '#core/generators/generateMotion.ts';
import type { GeneratorId, GeneratorOptions } from '#core/generators/motions.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import { frameRectOf } from '../../store/imageSpace.ts';

/**
 * A generated motion as commands: a new way for a track from its first point, in its own start and end;
 * or a new track from the middle of the frame.
 * @param newId Of the new track, when there is no track to change.
 */
export function motionCommands(
	document: WanDocument,
	track: Track | undefined,
	id: GeneratorId,
	options: GeneratorOptions,
	newId: string,
): readonly Command[] {
	const { start, end } = track?.timing ?? wholeClip;
	const rect = frameRectOf(document);
	const first = track?.points[0] ?? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
	const seconds = clipSeconds(document.frame) * (end - start);
	const points = generateMotion(id, first, options, seconds, { start, end });
	if (!track) return [{ type: 'track/add', track: createTrack(document, newId, 'path', points) }];
	return [
		{
			type: 'track/reshape',
			trackId: track.id,
			points,
			closed: false,
			timing: { ...track.timing, easing: 'linear' },
		},
	];
}

/** What a motion begins with: a size that is seen in the frame. */
export function firstOptions(document: WanDocument): GeneratorOptions {
	const { width, height } = frameRectOf(document);
	return {
		distance: Math.round(width * 0.3),
		size: Math.round(Math.min(width, height) * 0.12),
		cycles: 3,
		seed: 1,
	};
}

/** Which numbers a motion takes beside its size. */
export const optionsOf: Readonly<Record<GeneratorId, readonly ('distance' | 'cycles' | 'seed')[]>> =
	{
		gravity: ['distance'],
		bounce: ['distance', 'cycles'],
		pendulum: ['cycles'],
		spring: ['cycles'],
		walk: ['distance', 'cycles'],
		wave: ['distance', 'cycles'],
		handheld: ['seed'],
	};

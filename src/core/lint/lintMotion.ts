import { applyCommand } from '../document/applyCommand.ts';
import type { Command } from '../document/commands.ts';
import type { Track, WanDocument } from '../document/document.ts';
import { type FrameSamples, frameSamples } from '../trajectory/frameSamples.ts';
import { clipSeconds } from '../trajectory/time.ts';
import { type Finding, type Fix, type RuleId, rules } from './rules.ts';
import { smoothTrackCommand } from './smoothTrackCommand.ts';
import { isMoving, type Stretch, type TrackFacts, trackFacts } from './trackFacts.ts';

/** What the model cannot follow in a track's own motion. */
export function lintMotion(document: WanDocument, entries: readonly FrameSamples[]): Finding[] {
	const seconds = clipSeconds(document.frame) / 120;
	return entries.flatMap((entry): Finding[] => {
		const { track } = entry;
		const facts = trackFacts(entry, document.frame);
		const found: Finding[] = [];
		const report = (
			rule: RuleId,
			stretch: Stretch | null,
			values: Finding['values'],
			fixes: readonly Fix[],
		) =>
			found.push({
				rule,
				severity: rules[rule],
				trackId: track.id,
				...(stretch && {
					span: { trackId: track.id, fromSample: stretch.from, toSample: stretch.to },
				}),
				values: {
					track: track.name,
					...(stretch && {
						from: oneDecimal(stretch.from * seconds),
						to: oneDecimal(stretch.to * seconds),
					}),
					...values,
				},
				fixes,
			});
		if (facts.tooFast)
			report(
				'too-fast',
				facts.tooFast,
				{ px: Math.round(facts.tooFast.amount), limit: Math.round(document.frame.width / 2) },
				slowDown(document, track),
			);
		if (track.kind === 'path' && facts.reach > 0.5 && !isMoving(facts))
			report('moves-too-little', null, { px: oneDecimal(facts.reach) }, [makePin(track)]);
		if (facts.wiggle)
			report(
				'wiggle',
				facts.wiggle,
				{ hertz: oneDecimal(facts.wiggle.amount) },
				smooth(document, track, (after) => after.wiggle === null),
			);
		if (facts.stutter)
			report(
				'stutter',
				facts.stutter,
				{ count: facts.stutter.amount },
				smooth(document, track, (after) => after.stutter === null),
			);
		if (facts.isIntegerRounded)
			report(
				'integer-rounded',
				null,
				{},
				smooth(document, track, (after) => !after.isIntegerRounded),
			);
		return found;
	});
}

/** The whole clip at an even pace, where that is slow enough. */
function slowDown(document: WanDocument, track: Track): Fix[] {
	const points = track.points.map(({ time: _, pace: __, ...point }) => point);
	const { curve: _, steps: __, repeat: ___, ...rest } = track.timing;
	const timing = { ...rest, start: 0, end: 1, easing: 'linear' as const };
	const command: Command = { type: 'track/put', tracks: [{ ...track, points, timing }] };
	return verified(document, track, command, 'slowDown', (after) => after.tooFast === null);
}

const smooth = (
	document: WanDocument,
	track: Track,
	isMended: (facts: TrackFacts) => boolean,
): Fix[] =>
	track.follow
		? []
		: verified(document, track, smoothTrackCommand(document, track), 'smoothTrack', isMended);

const makePin = (track: Track): Fix => ({
	id: 'makePin',
	kind: 'makePin',
	values: { track: track.name },
	commands: [
		{
			type: 'track/put',
			tracks: [{ ...track, kind: 'pin', points: track.points.slice(0, 1), closed: false }],
		},
	],
});

/** The fix, if the track is mended by it: a button that does not help is worse than none. */
function verified(
	document: WanDocument,
	track: Track,
	command: Command,
	kind: Fix['kind'],
	isMended: (facts: TrackFacts) => boolean,
): Fix[] {
	const after = applyCommand(document, command);
	const entry = frameSamples(after).find((candidate) => candidate.track.id === track.id);
	if (!entry || !isMended(trackFacts(entry, after.frame))) return [];
	return [{ id: kind, kind, values: { track: track.name }, commands: [command] }];
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

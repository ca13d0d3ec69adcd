import { cameraPath } from '../camera/throughCamera.ts';
import type { WanDocument } from '../document/document.ts';
import { ringPins, trackBudget } from '../pins/pinPlaces.ts';
import { pinTracks } from '../pins/pinTracks.ts';
import type { FrameSamples } from '../trajectory/frameSamples.ts';
import { describesMotion } from './describesMotion.ts';
import { freshIds } from './freshIds.ts';
import { type Finding, type Fix, type RuleId, rules } from './rules.ts';
import { isMoving, trackFacts } from './trackFacts.ts';

/** Tracks in all that the largest known ATI workflow uses. */
const mostTracks = 46;
/** Pins that hold the camera when a fix adds them. */
const cameraPins = 6;

/** What stands out in the shot as a whole: how many tracks, no hold for the camera, a prompt that says nothing of the motion. */
export function lintShot(document: WanDocument, entries: readonly FrameSamples[]): Finding[] {
	const facts = entries.map((entry) => trackFacts(entry, document.frame));
	const moving = facts.filter(isMoving);
	const found: Finding[] = [];
	if (moving.length > trackBudget)
		found.push(finding('too-many-moving', { count: moving.length, limit: trackBudget }));
	if (entries.length > mostTracks)
		found.push(finding('too-many-tracks', { count: entries.length, limit: mostTracks }));
	// A camera that was asked for may move: then what moves alike is meant to.
	const isCamera =
		cameraPath(document) !== null && entries.some(({ track }) => !track.staysOnScreen);
	if (!isCamera && moving.length >= 2 && moving.length === entries.length && moveAlike(moving))
		found.push(finding('no-pin', { count: moving.length }, addPins(document)));
	const prompt = document.shot.prompt.trim();
	if (moving.length > 0 && prompt === '') found.push(finding('prompt-empty', {}));
	else if (moving.length > 0 && !describesMotion(prompt))
		found.push(finding('prompt-no-motion', {}));
	return found;
}

/** Whether all go the same way about as far: then the model takes it for a move of the camera. */
function moveAlike(moving: readonly { readonly dx: number; readonly dy: number }[]): boolean {
	const mean = (key: 'dx' | 'dy') => moving.reduce((sum, m) => sum + m[key], 0) / moving.length;
	const x = mean('dx');
	const y = mean('dy');
	const length = Math.hypot(x, y);
	return length >= 24 && moving.every((m) => Math.hypot(m.dx - x, m.dy - y) < 0.35 * length);
}

function addPins(document: WanDocument): Fix[] {
	const places = ringPins(document, cameraPins);
	if (places.length === 0) return [];
	return [
		{
			id: 'addPins',
			kind: 'addPins',
			values: { count: places.length },
			commands: pinTracks(document, places, freshIds(document, 'camera-pin')).map((track) => ({
				type: 'track/add',
				track,
			})),
		},
	];
}

const finding = (rule: RuleId, values: Finding['values'], fixes: readonly Fix[] = []): Finding => ({
	rule,
	severity: rules[rule],
	values,
	fixes,
});

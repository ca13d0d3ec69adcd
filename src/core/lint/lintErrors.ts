import type { WanDocument } from '../document/document.ts';
import { nearestLegalLengths, shortestLength } from '../guidance/legalLength.ts';
import { lintStarts } from './lintStarts.ts';
import { type Finding, type Fix, type RuleId, rules } from './rules.ts';

const known = new WeakMap<WanDocument, readonly Finding[]>();

/**
 * What makes ComfyUI fail or render something else: the findings that block Generate, in the order of `rules`.
 * Applying a fix removes its finding. Remembered by document. Cost: O(tracks), cheap enough for every move of a drag.
 */
export function lintErrors(document: WanDocument): readonly Finding[] {
	const found = known.get(document);
	if (found) return found;
	const findings = [
		...lintImage(document),
		...lintTracks(document),
		...lintLength(document),
		...lintSize(document),
		...lintStarts(document),
	];
	known.set(document, findings);
	return findings;
}

function lintImage({ image }: WanDocument): Finding[] {
	return image ? [] : [finding('no-image', {}, [])];
}

function lintTracks({ tracks }: WanDocument): Finding[] {
	if (tracks.some((t) => t.visible)) return [];
	const hidden = tracks.map((t) => t.id);
	const fixes: Fix[] =
		hidden.length === 0
			? []
			: [
					{
						id: 'showTracks',
						kind: 'showTracks',
						values: { count: hidden.length },
						commands: [{ type: 'track/set', trackIds: hidden, patch: { visible: true } }],
					},
				];
	return [finding('no-tracks', { hidden: hidden.length }, fixes)];
}

function lintLength({ frame: { length } }: WanDocument): Finding[] {
	const rule = lengthRule(length);
	if (!rule) return [];
	const fixes = nearestLegalLengths(length).map(
		(legal): Fix => ({
			id: `useLength-${legal}`,
			kind: 'useLength',
			values: { length: legal },
			commands: [{ type: 'frame/set', patch: { length: legal } }],
		}),
	);
	return [finding(rule, { length }, fixes)];
}

function lengthRule(length: number): RuleId | undefined {
	if (length < shortestLength) return 'length-too-short';
	if ((length - 1) % 4 !== 0) return 'length-not-4n-plus-1';
	if ((length - 1) % 120 === 0) return 'length-multiple-of-120';
	return undefined;
}

function lintSize({ frame: { width, height } }: WanDocument): Finding[] {
	if (width % 16 === 0 && height % 16 === 0) return [];
	const size = { width: nearest16(width), height: nearest16(height) };
	return [
		finding('size-not-multiple-of-16', { width, height }, [
			{
				id: `useSize-${size.width}x${size.height}`,
				kind: 'useSize',
				values: size,
				commands: [{ type: 'frame/set', patch: size }],
			},
		]),
	];
}

const nearest16 = (side: number): number =>
	Math.min(16_384, Math.max(16, Math.round(side / 16) * 16));

const finding = (rule: RuleId, values: Finding['values'], fixes: readonly Fix[]): Finding => ({
	rule,
	severity: rules[rule],
	values,
	fixes,
});

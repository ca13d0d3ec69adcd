import type { CauseKind } from '../report/cause.ts';
import { bow, type Case, caseOf, right, still, type Thing } from './cases.ts';

const mover: Thing = { x: 50, y: 66, plan: right };
const upwards = (s: number) => [40 * s, -30 * s] as const;

/** Videos that fail in one way each, and what is to be said of them. */
export const failingCases: Readonly<Record<string, readonly [Case, CauseKind]>> = {
	'a frozen video': [
		caseOf([mover, { x: 170, y: 92, half: 18, plan: still }], { momentOf: () => 0 }),
		'frozen',
	],
	'every frame shown twice': [caseOf([mover], { momentOf: (k) => k - (k % 2) }), 'stutter'],
	'two tracks that changed places': [
		caseOf([
			{ x: 60, y: 90, half: 18, plan: right, real: upwards },
			{ x: 60, y: 40, half: 18, plan: upwards, real: right },
		]),
		'swapped',
	],
	'something in front of it': [
		caseOf([mover], {
			movers: [
				...caseOf([mover]).scene.movers,
				{ x: 112, y: 66, half: 34, flat: 30, pose: (k) => ({ dx: 0, dy: k < 14 ? 300 : 0 }) },
			],
		}),
		'lost',
	],
	'another scene from frame 25': [caseOf([mover], { cutAt: 25 }), 'cut'],
	'four frames late': [
		caseOf([{ ...mover, plan: bow, real: (s) => bow(Math.max(0, s - 0.1)) }]),
		'late',
	],
	'half of the way': [caseOf([{ ...mover, real: (s) => [40 * s, 0] }]), 'fallsShort'],
	'one that stays': [
		caseOf([
			{ ...mover, real: still },
			{ x: 120, y: 80, half: 18, plan: (s) => [40 * s, 0] },
		]),
		'stays',
	],
	'one that leaves the plan half way': [
		caseOf([{ ...mover, real: (s) => [80 * Math.min(s, 0.5), -70 * Math.max(0, s - 0.5)] }]),
		'offPlan',
	],
	'one that shakes': [
		caseOf([{ ...mover, y: 60, real: (s) => [80 * s, 2.5 * Math.sin(96 * s)] }]),
		'shakes',
	],
	'light that flickers': [caseOf([mover], { light: (k) => (k % 2) * 16 }), 'flickers'],
};

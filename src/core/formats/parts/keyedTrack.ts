import { type ControlPoint, SAMPLE_COUNT } from '../../document/document.ts';
import type { ForeignTrack } from '../formatTypes.ts';
import type { XY } from './fields.ts';
import { pinAt } from './foreignTracks.ts';

export interface Key extends XY {
	/** Share of the clip, 0..1. */
	readonly share: number;
}

/** More keys than this are positions, not a hand's keys: they are fitted. */
const mostKeys = 40;

/** Keys in the order of time, straight ways between them: points with time keys, or positions where there are many. */
export function keyedTrack(
	keys: readonly Key[],
	name: { readonly name?: string } = {},
): ForeignTrack {
	const first = keys[0]!;
	const last = keys[keys.length - 1]!;
	if (keys.every(({ x, y }) => x === first.x && y === first.y)) return pinAt(first, name);
	if (keys.length > mostKeys || last.share - first.share < 1e-6)
		return { ...name, ...positionsOf(keys) };
	const points = keys.map(({ x, y, share }, i): ControlPoint => {
		const isInner = i > 0 && i < keys.length - 1;
		return { x, y, mode: 'corner', ...(isInner ? { time: share } : {}) };
	});
	const timing = { start: first.share, end: last.share, easing: 'linear' } as const;
	return { kind: 'curve', ...name, points, closed: false, timing };
}

function positionsOf(keys: readonly Key[]): ForeignTrack {
	const samples = new Float64Array(SAMPLE_COUNT * 2);
	let at = 0;
	for (let i = 0; i < SAMPLE_COUNT; i++) {
		const share = i / (SAMPLE_COUNT - 1);
		while (at < keys.length - 2 && keys[at + 1]!.share <= share) at++;
		const a = keys[at]!;
		const b = keys[Math.min(keys.length - 1, at + 1)]!;
		const span = b.share - a.share;
		const part = span > 0 ? Math.min(1, Math.max(0, (share - a.share) / span)) : 1;
		samples[2 * i] = a.x + part * (b.x - a.x);
		samples[2 * i + 1] = a.y + part * (b.y - a.y);
	}
	return { kind: 'samples', samples, of: SAMPLE_COUNT };
}

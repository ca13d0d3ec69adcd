import { arcCubics } from './arcCubics.ts';

/** A sub-path while it is drawn; handles absolute. */
export interface DraftPath {
	points: { x: number; y: number; inX: number; inY: number; outX: number; outY: number }[];
	closed: boolean;
}

/** Follows the commands of path data and keeps what they draw as cubics. */
export class PathWalker {
	readonly paths: DraftPath[] = [];
	count = 0;
	private x = 0;
	private y = 0;
	/** The handle that a smooth command mirrors, and of which kind. */
	private handle: { x: number; y: number; of: 'C' | 'Q' } | undefined;

	/** @returns false when there is nothing to go on from. */
	run(command: string, values: readonly number[]): boolean {
		const kind = command.toUpperCase();
		const isRelative = command !== kind;
		if (kind === 'Z') return this.close();
		const size = sizes[kind]!;
		if (values.length < size) return false;
		for (let at = 0; at + size <= values.length; at += size) {
			const v = values.slice(at, at + size);
			const baseX = isRelative ? this.x : 0;
			const baseY = isRelative ? this.y : 0;
			const isMove = kind === 'M' && at === 0;
			if (isMove) this.move(baseX + v[0]!, baseY + v[1]!);
			else if (!this.draw(kind === 'M' ? 'L' : kind, v, baseX, baseY)) return false;
		}
		return true;
	}

	private move(x: number, y: number): void {
		this.paths.push({ points: [{ x, y, inX: x, inY: y, outX: x, outY: y }], closed: false });
		this.count++;
		[this.x, this.y, this.handle] = [x, y, undefined];
	}

	private close(): boolean {
		const path = this.paths.at(-1);
		const first = path?.points[0];
		if (!path || !first) return false;
		path.closed = true;
		[this.x, this.y, this.handle] = [first.x, first.y, undefined];
		return true;
	}

	private draw(kind: string, v: readonly number[], bx: number, by: number): boolean {
		const { x, y } = this;
		const open = this.paths.at(-1);
		if (!open) return false;
		if (open.closed) this.move(x, y);
		const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = v;
		switch (kind) {
			case 'L':
				return this.line(bx + a, by + b);
			case 'H':
				return this.line(bx + a, y);
			case 'V':
				return this.line(x, by + a);
			case 'C':
				return this.cubic(bx + a, by + b, bx + c, by + d, bx + e, by + f, 'C');
			case 'S': {
				const from = this.mirrored('C');
				return this.cubic(from.x, from.y, bx + a, by + b, bx + c, by + d, 'C');
			}
			case 'Q':
				return this.quadratic(bx + a, by + b, bx + c, by + d);
			case 'T': {
				const from = this.mirrored('Q');
				return this.quadratic(from.x, from.y, bx + a, by + b);
			}
			default:
				for (const [x1, y1, x2, y2, x3, y3] of arcCubics(
					{ x, y },
					{ rx: a, ry: b, turn: c, isLarge: d !== 0, isClockwise: e !== 0 },
					{ x: bx + f, y: by + g },
				))
					this.cubic(x1, y1, x2, y2, x3, y3, 'C');
				this.handle = undefined;
				return true;
		}
	}

	private line(x: number, y: number): boolean {
		this.add(x, y, x, y);
		this.handle = undefined;
		return true;
	}

	private cubic(
		x1: number,
		y1: number,
		x2: number,
		y2: number,
		x: number,
		y: number,
		of: 'C' | 'Q',
	): boolean {
		const from = this.paths.at(-1)!.points.at(-1)!;
		from.outX = x1;
		from.outY = y1;
		this.add(x, y, x2, y2);
		this.handle = { x: x2, y: y2, of };
		return true;
	}

	private quadratic(cx: number, cy: number, x: number, y: number): boolean {
		const third = (from: number, to: number) => from + (2 / 3) * (to - from);
		this.cubic(third(this.x, cx), third(this.y, cy), third(x, cx), third(y, cy), x, y, 'Q');
		this.handle = { x: cx, y: cy, of: 'Q' };
		return true;
	}

	private mirrored(of: 'C' | 'Q'): { readonly x: number; readonly y: number } {
		const { x, y, handle } = this;
		return handle?.of === of ? { x: 2 * x - handle.x, y: 2 * y - handle.y } : { x, y };
	}

	private add(x: number, y: number, inX: number, inY: number): void {
		this.paths.at(-1)!.points.push({ x, y, inX, inY, outX: x, outY: y });
		this.count++;
		[this.x, this.y] = [x, y];
	}
}

const sizes: Readonly<Record<string, number>> = {
	M: 2,
	L: 2,
	H: 1,
	V: 1,
	C: 6,
	S: 4,
	Q: 4,
	T: 2,
	A: 7,
};

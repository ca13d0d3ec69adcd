/** How far each cell that is 1 lies from the nearest 0, cells; 0 elsewhere. Beyond the rim counts as 1. Cost: two passes. */
export function depthInside(mask: Uint8Array, columns: number, rows: number): Float32Array {
	const far = columns + rows;
	const depth = Float32Array.from(mask, (value) => (value === 1 ? far : 0));
	const pull = (i: number, from: number, apart: number) => {
		if (depth[from]! + apart < depth[i]!) depth[i] = depth[from]! + apart;
	};
	for (const step of [1, -1])
		for (let n = 0; n < columns * rows; n++) {
			const i = step > 0 ? n : columns * rows - 1 - n;
			if (depth[i] === 0) continue;
			const column = i % columns;
			const hasBefore = step > 0 ? column > 0 : column < columns - 1;
			const hasAfter = step > 0 ? column < columns - 1 : column > 0;
			const line = i - step * columns;
			const hasLine = line >= 0 && line < columns * rows;
			if (hasBefore) pull(i, i - step, 1);
			if (hasLine) pull(i, line, 1);
			if (hasLine && hasBefore) pull(i, line - step, Math.SQRT2);
			if (hasLine && hasAfter) pull(i, line + step, Math.SQRT2);
		}
	return depth;
}

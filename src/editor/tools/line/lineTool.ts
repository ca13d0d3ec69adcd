import type { ControlPoint } from '#core/document/document.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import { snapPlace } from '../../snap/createSnapper.ts';
import { constrain } from '../constrain.ts';
import { dragOutTool } from '../dragOut.ts';
import type { PointerToolEvent, ToolContext } from '../tool.ts';

/** A straight path from where it is pressed to where it is let go; Shift keeps to multiples of 45 degrees. */
export const lineTool = dragOutTool({
	id: 'line',
	label: 'drawTrack',
	hint: 'lineIdle',
	most: 1,
	draw: (origin, event, context) => {
		const { end, guides } = endOf(origin, event, context);
		const points: ControlPoint[] = [origin, end].map(({ x, y }) => ({ x, y, mode: 'corner' }));
		return { paths: [points], closed: false, guides };
	},
});

function endOf(origin: ImagePoint, { point, modifiers }: PointerToolEvent, context: ToolContext) {
	if (modifiers.shift) {
		const [dx, dy] = constrain(point.x - origin.x, point.y - origin.y);
		return { end: { x: origin.x + dx, y: origin.y + dy }, guides: [] };
	}
	if (modifiers.ctrl) return { end: point, guides: [] };
	const { x, y, guides } = snapPlace(context, point, []);
	return { end: { x, y }, guides };
}

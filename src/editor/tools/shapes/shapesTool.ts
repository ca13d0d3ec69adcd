import { type Shape, shapePaths } from '#core/edit/shapes.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import { constrain } from '../constrain.ts';
import { dragOutTool } from '../dragOut.ts';
import type { PointerToolEvent, ToolContext } from '../tool.ts';

/**
 * Drags out the shape that its options name; Shift keeps it as wide as high (an arc or an orbit at multiples of 45
 * degrees), Alt draws it from its middle. One undo step.
 */
export const shapesTool = dragOutTool({
	id: 'shapes',
	label: 'drawShape',
	hint: 'shapesIdle',
	// Those of a zoom box.
	most: 4,
	draw: (origin, event, context) => ({ ...shapeOf(origin, event, context), guides: [] }),
});

function shapeOf(origin: ImagePoint, event: PointerToolEvent, { options }: ToolContext): Shape {
	const { shift, alt } = event.modifiers;
	let dx = event.point.x - origin.x;
	let dy = event.point.y - origin.y;
	const isLine = options.shape === 'arc' || options.shape === 'orbit';
	if (shift && isLine) [dx, dy] = constrain(dx, dy);
	else if (shift) {
		const side = Math.max(Math.abs(dx), Math.abs(dy));
		dx = Math.sign(dx || 1) * side;
		dy = Math.sign(dy || 1) * side;
	}
	const to = { x: origin.x + dx, y: origin.y + dy };
	const from = alt && !isLine ? { x: origin.x - dx, y: origin.y - dy } : origin;
	return shapePaths(options.shape, from, to, options.sides);
}

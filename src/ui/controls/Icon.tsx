import type { LucideIcon } from 'lucide-react';

export type IconType = LucideIcon;

/** A lucide icon at one of the sizes of the design: 14 in rows, 16, 18 in the rail, 20; decorative, never the only label. */
export function Icon({ of: Shape, size = 16 }: { of: IconType; size?: 12 | 14 | 16 | 18 | 20 }) {
	return (
		<Shape
			size={size}
			strokeWidth={1.75}
			absoluteStrokeWidth={false}
			aria-hidden="true"
			focusable="false"
		/>
	);
}

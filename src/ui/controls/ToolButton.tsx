import { IconButton, type IconButtonProps } from './IconButton.tsx';

/** A tool of the rail: 32 px, icon 18, the accent fills the current one; `label` is "Pen", `shortcut` "P". */
export function ToolButton({
	current,
	...rest
}: Omit<IconButtonProps, 'pressed' | 'look' | 'size' | 'iconSize'> & {
	readonly current: boolean;
}) {
	return <IconButton side="right" {...rest} pressed={current} look="tool" size="l" iconSize={18} />;
}

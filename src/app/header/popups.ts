import { Menu } from '#ui/controls/Menu.tsx';
import { Popover } from '#ui/controls/Popover.tsx';

/** What opens from the header, as one piece of code that comes after the canvas. */
export const popups = { Menu, Popover };

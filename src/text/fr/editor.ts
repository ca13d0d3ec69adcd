import type { Messages } from '../messages.ts';

export const editor: Messages['editor'] = {};

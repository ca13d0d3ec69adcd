import type { Messages } from '../messages.ts';

export const findings: Messages['findings'] = {};

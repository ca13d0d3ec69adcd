import type { Messages } from '../messages.ts';

export const generation: Messages['generation'] = {};

import type { Messages } from '../messages.ts';
import { app } from './app.ts';
import { common } from './common.ts';
import { editor } from './editor.ts';
import { errors } from './errors.ts';
import { findings } from './findings.ts';
import { generation } from './generation.ts';
import { workflow } from './workflow.ts';

export const fr: Messages = { app, common, editor, errors, findings, generation, workflow };

import { app } from './app.ts';
import { common } from './common.ts';
import { editor } from './editor.ts';
import { errors } from './errors.ts';
import { findings } from './findings.ts';
import { generation } from './generation.ts';
import { workflow } from './workflow.ts';

export const en = { app, common, editor, errors, findings, generation, workflow };

import { ok, type Result } from '#core/result.ts';
import { readField } from './bindShot.ts';
import type { Graph } from './graph.ts';
import { type LocateError, locateNodes } from './locateNodes.ts';
import type { ModelChoice } from './modelRoles.ts';
import type { GraphField } from './shotFields.ts';

export interface TemplateDefaults {
	/** The names that the template asks for; the default of the models panel. */
	readonly models: ModelChoice;
	/** What is sent when the person leaves the negative prompt blank. */
	readonly negative: string;
}

/** What a template brings of its own. */
export function templateDefaults(template: Graph): Result<TemplateDefaults, LocateError> {
	const located = locateNodes(template);
	if (!located.ok) return located;
	const read = (field: GraphField): string => {
		const value = readField(template, located.value, field);
		return typeof value === 'string' ? value : '';
	};
	return ok({
		models: {
			diffusion: read('diffusion'),
			weightType: read('weightType'),
			textEncoder: read('textEncoder'),
			vae: read('vae'),
			clipVision: read('clipVision'),
		},
		negative: read('negative'),
	});
}

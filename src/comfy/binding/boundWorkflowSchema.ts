import * as z from 'zod/mini';
import { graphSchema } from '../workflow/graph.ts';
import { type BindingField, bindingFields, type Place } from './binding.ts';
import type { BoundWorkflow } from './boundWorkflow.ts';

const place = z.object({ node: z.string(), input: z.string() });

/** A named bound workflow out of a file. Fields of another version of this app are passed over, missing ones have no place. */
export const boundWorkflowSchema: z.ZodMiniType<BoundWorkflow & { readonly name: string }> = z.pipe(
	z.object({
		name: z.string().check(z.maxLength(200)),
		graph: graphSchema,
		binding: z.object({
			places: z.record(z.string(), z.array(place)),
			output: z.optional(z.string()),
		}),
	}),
	z.transform(({ name, graph, binding: { places, output } }) => ({
		name,
		graph,
		binding: { places: allFields(places), output },
	})),
);

const allFields = (
	places: Readonly<Record<string, readonly Place[]>>,
): Readonly<Record<BindingField, readonly Place[]>> =>
	Object.fromEntries(
		bindingFields.map((field) => [field, Object.hasOwn(places, field) ? places[field] : []]),
	) as Record<BindingField, readonly Place[]>;

import * as z from 'zod/mini';
import { isRecord } from '../json/isRecord.ts';
import type { BoundarySlot, UiInput, UiLink, UiNode, UiOutput } from './uiWorkflow.ts';

/** Ids are numbers or strings in files, and compared as strings. */
const id = z.union([z.number(), z.string(), z.bigint()]);
const optionalText = z.catch(z.optional(z.string()), undefined);
/** A slot's type: text, a number in old files, or the list of a combo's choices. */
const slotType = z.catch(z.optional(z.unknown()), '*');
const widgetLocator = z.catch(z.optional(z.object({ name: z.string() })), undefined);

const uiInput = z.object({
	name: z.catch(z.string(), ''),
	type: slotType,
	link: z.catch(z.nullish(id), undefined),
	widget: widgetLocator,
	label: optionalText,
});

const uiOutput = z.object({
	name: z.catch(z.string(), ''),
	type: slotType,
	label: optionalText,
	widget: widgetLocator,
});

export const uiNode = z.object({
	id,
	type: z.string(),
	title: optionalText,
	mode: z.catch(z.number(), 0),
	inputs: z.catch(z.array(uiInput), []),
	outputs: z.catch(z.array(uiOutput), []),
	widgets_values: z.optional(z.unknown()),
	properties: z.optional(z.unknown()),
});

export const uiSlot = z.object({
	name: z.catch(z.string(), ''),
	type: slotType,
	linkIds: z.catch(z.array(id), []),
});

/** Some old files hold slots as text. */
const slotIndex = z.union([
	z.number(),
	z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number)),
]);

export const linkTuple = z.tuple([id, id, slotIndex, id, slotIndex], z.unknown());
export const linkObject = z.object({
	id,
	origin_id: id,
	origin_slot: slotIndex,
	target_id: id,
	target_slot: slotIndex,
});

export function readNode(raw: z.infer<typeof uiNode>): UiNode {
	const { widgets_values: values } = raw;
	return {
		id: String(raw.id),
		type: raw.type,
		title: raw.title,
		mode: raw.mode,
		inputs: raw.inputs.map(readInput),
		outputs: raw.outputs.map(readOutput),
		values: Array.isArray(values) || isRecord(values) ? values : [],
		properties: new Map(isRecord(raw.properties) ? Object.entries(raw.properties) : []),
	};
}

const readInput = ({ name, type, link, widget, label }: z.infer<typeof uiInput>): UiInput => ({
	name,
	type: typeText(type),
	link: link === undefined || link === null ? undefined : String(link),
	widget: widget?.name,
	label,
});

const readOutput = ({ name, type, label, widget }: z.infer<typeof uiOutput>): UiOutput => ({
	name,
	type: typeText(type),
	label,
	widget: widget?.name,
});

export const readSlot = ({ name, type, linkIds }: z.infer<typeof uiSlot>): BoundarySlot => ({
	name,
	type: typeText(type),
	linkIds: linkIds.map(String),
});

export const readLink = (raw: z.infer<typeof linkObject>): UiLink => ({
	id: String(raw.id),
	origin: String(raw.origin_id),
	originSlot: raw.origin_slot,
	target: String(raw.target_id),
	targetSlot: raw.target_slot,
});

function typeText(type: unknown): string {
	if (typeof type === 'string') return type;
	return Array.isArray(type) || typeof type === 'number' ? String(type) : '*';
}

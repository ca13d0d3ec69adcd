import { expect, test } from 'vitest';
import {
	workflow as english,
	type WorkflowErrorFacts,
	type WorkflowNoteFacts,
} from './en/workflow.ts';
import { workflow as french } from './fr/workflow.ts';

type Examples<Facts extends { readonly kind: string }> = {
	readonly [K in Facts['kind']]: Extract<Facts, { kind: K }>;
};

const errors: Examples<WorkflowErrorFacts> = {
	notJson: { kind: 'notJson', detail: 'Unexpected end of JSON input' },
	notAWorkflow: {
		kind: 'notAWorkflow',
		place: 'workflow.nodes.3',
		detail: 'a node without id or type',
	},
	notObjectInfo: { kind: 'notObjectInfo', detail: 'it is not an object of classes' },
	tooLarge: { kind: 'tooLarge', bytes: 40_000_000, limit: 33_554_432 },
	tooDeep: { kind: 'tooDeep', limit: 64 },
	tooManyNodes: { kind: 'tooManyNodes', nodes: 65535, limit: 20000 },
	subgraphsTooDeep: { kind: 'subgraphsTooDeep', place: '1:2', limit: 16 },
	subgraphCycle: { kind: 'subgraphCycle', place: '1:2', name: 'Upscale' },
	linkCycle: { kind: 'linkCycle', place: '3', input: 'model' },
	notFinite: { kind: 'notFinite', place: '3', input: 'cfg' },
	duplicateNode: { kind: 'duplicateNode', place: '7' },
	noWorkflow: { kind: 'noWorkflow' },
	unknownFile: { kind: 'unknownFile' },
};

const notes: Examples<WorkflowNoteFacts> = {
	alreadyApi: { kind: 'alreadyApi' },
	unknownClass: { kind: 'unknownClass', node: '5', class: 'NoSuchNode' },
	controlSlotMissing: { kind: 'controlSlotMissing', node: '5', healed: true },
	primitiveWithoutTarget: { kind: 'primitiveWithoutTarget', node: '5' },
	getWithoutSet: { kind: 'getWithoutSet', node: '5', name: 'model' },
	staleProxyWidget: { kind: 'staleProxyWidget', node: '5', widget: 'seed' },
	groupNode: { kind: 'groupNode', node: '5', name: 'Two', missingClasses: ['NoSuchNode'] },
};

test.each(Object.values(errors))(
	'the error $kind is said in both languages, with its facts',
	(facts) => {
		for (const said of [english.error(facts), french.error(facts)]) {
			expect(said).not.toMatch(/undefined|NaN|\[object/);
			if ('place' in facts) expect(said).toContain(facts.place);
		}
		expect(french.error(facts)).not.toBe(english.error(facts));
	},
);

test.each(Object.values(notes))(
	'the note $kind is said in both languages, with its facts',
	(facts) => {
		for (const said of [english.note(facts), french.note(facts)]) {
			expect(said).not.toMatch(/undefined|NaN|\[object/);
			if ('node' in facts) expect(said).toContain(facts.node);
		}
		expect(french.note(facts)).not.toBe(english.note(facts));
	},
);

test('what was not healed is told apart, and so is a group without a definition', () => {
	const missed = { ...notes.controlSlotMissing, healed: false };
	expect(english.note(missed)).not.toBe(english.note(notes.controlSlotMissing));
	const undefinedGroup = { ...notes.groupNode, missingClasses: [] };
	expect(english.note(undefinedGroup)).toContain('lacks the definition');
});

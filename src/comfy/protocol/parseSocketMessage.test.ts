import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSocketMessage } from './parseSocketMessage.ts';

const read = (type: string, data: unknown) => parseSocketMessage(JSON.stringify({ type, data }));

test('the greeting and later statuses are told apart by sid', () => {
	const status = { exec_info: { queue_remaining: 2 } };
	expect(read('status', { status, sid: 'x' })).toEqual({ type: 'status', remaining: 2, sid: 'x' });
	expect(read('status', { status })).toEqual({ type: 'status', remaining: 2 });
});

test('executing after a reconnect has no run, and at the end no node', () => {
	expect(read('executing', { node: '3' })).toEqual({
		type: 'executing',
		promptId: undefined,
		node: '3',
	});
	expect(read('executing', { node: null, prompt_id: 'p' })).toEqual({
		type: 'executing',
		promptId: 'p',
		node: null,
	});
});

test('extra keys are allowed, unknown types and other shapes are nothing', () => {
	expect(read('execution_start', { prompt_id: 'p', timestamp: 1, new: {} })).toEqual({
		type: 'executionStart',
		promptId: 'p',
	});
	expect(read('crystools.monitor', {})).toBeUndefined();
	expect(read('toString', {})).toBeUndefined();
	expect(read('progress', { value: 'much', max: 2 })).toBeUndefined();
	expect(parseSocketMessage('not json')).toBeUndefined();
	expect(parseSocketMessage('[1]')).toBeUndefined();
});

test('a NaN in a message does not lose the message', () => {
	const text = '{"type":"executed","data":{"prompt_id":"p","node":"258","output":{"loss":NaN}}}';
	expect(parseSocketMessage(text)).toMatchObject({ type: 'executed', promptId: 'p', node: '258' });
});

test('no text makes it throw', () => {
	const types = fc.constantFrom('status', 'executing', 'progress', 'progress_state', '__proto__');
	const messages = fc
		.tuple(types, fc.jsonValue())
		.map(([type, data]) => JSON.stringify({ type, data }));
	fc.assert(fc.property(fc.oneof(fc.string(), messages), (text) => void parseSocketMessage(text)));
});

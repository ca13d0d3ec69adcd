import { expect, test } from 'vitest';
import { judgeHistory } from './judgeHistory.ts';
import type { RunPlan } from './runPlan.ts';

const plan: RunPlan = {
	promptId: 'p',
	saveNode: '258',
	samplerNode: '3',
	weights: {},
	titles: { '3': 'Sampler' },
};
const video = { filename: 'a_00001_.mp4', subfolder: 'video', type: 'output' };
const entry = (status: string, messages: unknown[][], outputs = {}) => ({
	outputs,
	status: { status_str: status, completed: status === 'success', messages },
});
const error = [
	'execution_error',
	{
		node_id: '3',
		node_type: 'KSampler',
		exception_type: 'torch.OutOfMemoryError',
		exception_message: 'Allocation on device \n',
	},
];

test('a success with our video is done', () => {
	const saved = { '258': { images: [video], animated: [true] } };
	expect(judgeHistory(entry('success', [], saved), plan)).toEqual({
		state: 'done',
		file: video,
		fromCache: false,
	});
});

test('an error of a blocked branch does not spoil a video that is there', () => {
	const saved = { '258': { images: [video] } };
	expect(judgeHistory(entry('success', [error], saved), plan).state).toBe('done');
	expect(judgeHistory(entry('success', [error]), plan).state).toBe('failed');
});

test('memory that ran out is recognised, and the node named by its title', () => {
	expect(judgeHistory(entry('error', [error]), plan)).toEqual({
		state: 'failed',
		failure: {
			node: 'Sampler',
			nodeType: 'KSampler',
			exception: 'torch.OutOfMemoryError',
			message: 'Allocation on device',
			outOfMemory: true,
		},
	});
	const hip = [
		'execution_error',
		{ exception_type: 'RuntimeError', exception_message: 'HIP out of memory.' },
	];
	expect(judgeHistory(entry('error', [hip]), plan)).toMatchObject({
		failure: { outOfMemory: true },
	});
});

test('an interrupted run is told by its last message', () => {
	const messages = [
		['execution_start', {}],
		['execution_interrupted', { node_id: '3' }],
	];
	expect(judgeHistory(entry('error', messages), plan)).toEqual({ state: 'interrupted' });
});

test('the video is found under any key, ours before others, saved before temporary', () => {
	const other = { filename: 'b.webm', subfolder: '', type: 'output' };
	const temp = { filename: 'c.mp4', subfolder: '', type: 'temp' };
	const picture = { filename: 'd.png', subfolder: '', type: 'output' };
	expect(
		judgeHistory(
			entry('success', [], { '9': { gifs: [temp, other] }, '258': { images: [picture] } }),
			plan,
		),
	).toMatchObject({ file: other });
	expect(
		judgeHistory(entry('success', [], { '9': { gifs: [other] }, '258': { videos: [temp] } }), plan),
	).toMatchObject({ file: temp });
	expect(judgeHistory(entry('success', [], { '258': { images: [picture] } }), plan)).toMatchObject({
		state: 'noVideo',
	});
});

test('a WebP is the video only where its node says that it moves', () => {
	const webp = { filename: 'e.webp', subfolder: '', type: 'output' };
	const judge = (output: object) => judgeHistory(entry('success', [], { '9': output }), plan);
	expect(judge({ images: [webp], animated: [true] })).toMatchObject({ file: webp });
	expect(judge({ gifs: [webp] })).toMatchObject({ file: webp });
	expect(judge({ images: [webp] })).toMatchObject({ state: 'noVideo' });
	expect(judge({ images: [webp], animated: [false] })).toMatchObject({ state: 'noVideo' });
});

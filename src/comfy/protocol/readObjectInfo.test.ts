import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choicesOf, limitsOf, type ObjectInfo } from './objectInfo.ts';
import { readObjectInfo } from './readObjectInfo.ts';

const load = (name: string): ObjectInfo => {
	const url = new URL(`../fixtures/${name}`, import.meta.url);
	const read = readObjectInfo(JSON.parse(readFileSync(url, 'utf8')));
	if (!read.ok) throw new Error(read.error);
	return read.value;
};
const current = load('objectInfo.v0_33_0.json');
const old = load('objectInfo.v0_3_64.json');

test('V1 and V3 combos give their choices', () => {
	for (const info of [current, old]) {
		expect(choicesOf(info, 'KSampler', 'sampler_name')).toContain('uni_pc');
		expect(choicesOf(info, 'KSampler', 'scheduler')).toContain('simple');
		expect(choicesOf(info, 'UNETLoader', 'weight_dtype')).toContain('fp8_e4m3fn');
	}
	expect(old.get('SaveVideo')?.inputs.codec).toMatchObject({
		kind: 'choice',
		choices: ['auto', 'h264'],
		default: 'auto',
	});
});

test('a dynamic combo gives its choices and what each brings', () => {
	const format = current.get('SaveVideo')?.inputs.format;
	expect(format).toMatchObject({ kind: 'dynamicChoice' });
	expect(choicesOf(current, 'SaveVideo', 'format')).toContain('auto');
	expect(format?.kind === 'dynamicChoice' && Object.keys(format.inputs.auto ?? {})).toEqual([
		'codec',
	]);
});

test('limits are the numbers of the node, seeds capped at what JavaScript can count', () => {
	expect(limitsOf(current, 'WanTrackToVideo', 'topk')).toEqual({
		min: 1,
		max: 10,
		step: undefined,
		default: 2,
		integer: true,
	});
	expect(limitsOf(current, 'KSampler', 'seed')?.max).toBe(Number.MAX_SAFE_INTEGER);
	expect(limitsOf(current, 'KSampler', 'cfg')).toMatchObject({ max: 100, integer: false });
	expect(limitsOf(current, 'KSampler', 'sampler_name')).toBeUndefined();
	expect(limitsOf(current, 'Nope', 'x')).toBeUndefined();
});

test('an upload combo is known, links stay links', () => {
	expect(current.get('LoadImage')?.inputs.image).toMatchObject({ kind: 'choice', upload: true });
	expect(current.get('KSampler')?.inputs.model).toEqual({
		required: true,
		kind: 'link',
		type: 'MODEL',
	});
	expect(current.get('WanTrackToVideo')?.inputs.clip_vision_output?.required).toBe(false);
});

test('no JSON makes it throw, and shapes we do not know are left out', () => {
	fc.assert(fc.property(fc.jsonValue(), (json) => void readObjectInfo(json)));
	const odd = readObjectInfo({ A: null, B: { input: { required: { x: 5, y: [5], z: [['a']] } } } });
	expect(odd.ok && [...odd.value.keys()]).toEqual(['B']);
	expect(odd.ok && Object.keys(odd.value.get('B')?.inputs ?? {})).toEqual(['z']);
	expect(readObjectInfo('<html>').ok).toBe(false);
});

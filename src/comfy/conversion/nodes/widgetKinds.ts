import { type InputSpec, widgetTypeOf } from '../classes/inputSpec.ts';
import { isRecord } from '../json/isRecord.ts';
import type { Widget } from './liveGraph.ts';
import { settleFloat, settleInteger } from './settleNumber.ts';
import { sendsViewport } from './viewportState.ts';

/**
 * Widgets that the page makes for one input of a class: its own first, then its helpers (control, upload button ...).
 * Dynamic choices and groups are laid out by their own modules. Source: behaviour of comfyui-frontend-package 1.58.1,
 * compared class by class for all classes of ComfyUI 0.33.
 * @param className some types look different in some classes.
 */
export function makeWidgets(spec: InputSpec, className: string): readonly Widget[] {
	return kinds.get(widgetTypeOf(spec))?.(spec, className) ?? [];
}

/** Whether an input of this type is a widget, unless it is forced to be a socket. */
export const isWidgetType = (type: string): boolean => kinds.has(type) || laidOut.has(type);

const laidOut: ReadonlySet<string> = new Set(['COMFY_DYNAMICCOMBO_V3', 'COMFY_DYNAMICGROUP_V3']);

type Maker = (spec: InputSpec, className: string) => readonly Widget[];

const plain = (spec: InputSpec, value: unknown, more: Partial<Widget> = {}): Widget => ({
	name: spec.name,
	value,
	takesSlot: true,
	inPrompt: true,
	...more,
});

/** Occupies a place in `widgets_values`, is never sent. */
const helper = (name: string, value: unknown, more: Partial<Widget> = {}): Widget => ({
	name,
	value,
	takesSlot: true,
	inPrompt: false,
	...more,
});

const defaultOr = (spec: InputSpec, fallback: unknown): unknown => spec.options.default ?? fallback;

const int: Maker = (spec) => {
	const flag = spec.options.control_after_generate;
	const controlled = flag ?? ['seed', 'noise_seed'].includes(spec.name);
	const number = plain(spec, defaultOr(spec, 0), { settle: settleInteger(spec) });
	return [number, ...(controlled ? [control(spec, 'randomize')] : [])];
};

const float: Maker = (spec) => [
	plain(spec, defaultOr(spec, 0), { settle: settleFloat(spec) }),
	...(spec.options.control_after_generate ? [control(spec, 'fixed')] : []),
];

const controlModes: ReadonlySet<unknown> = new Set([
	'fixed',
	'increment',
	'decrement',
	'randomize',
	'increment-wrap',
]);

/** `control_after_generate` holds true, a mode, or the name that group nodes give the control. */
function control(spec: InputSpec, mode: string): Widget {
	const { control_after_generate: flag, control_prefix: prefix } = spec.options;
	const isName = typeof flag === 'string' && flag.trim() !== '' && !controlModes.has(flag);
	const name = isName
		? flag
		: typeof prefix === 'string'
			? `${prefix} control_after_generate`
			: 'control_after_generate';
	return helper(name, controlModes.has(flag) ? flag : mode, { role: 'control' });
}

/** Whether a value can stand in a control's place. */
export const isControlMode = (value: unknown): boolean => controlModes.has(value);

const text: Maker = (spec) => {
	const dynamicPrompts = spec.options.dynamicPrompts === true;
	const coerce = spec.options.multiline ? asText : undefined;
	return [plain(spec, defaultOr(spec, ''), { dynamicPrompts, coerce })];
};

/** A text area shows whatever it is given as text, and nothing for null. */
const asText = (value: unknown): unknown =>
	typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value);

const combo: Maker = (spec) => {
	const { control_after_generate: flag, remote } = spec.options;
	const choices = spec.choices;
	const helpers: Widget[] = [];
	if (spec.options.multi_select)
		return [plain(spec, []), ...(flag ? [control(spec, 'fixed')] : [])];
	if (isRecord(remote)) {
		helpers.push(helper('Auto-refresh after generation', false));
		if (remote.refresh_button) helpers.push({ ...helper('refresh', 'refresh'), inPrompt: true });
	}
	if (flag) helpers.push(control(spec, 'randomize'), helper('control_filter_list', ''));
	const value = spec.options.default || (choices[0] ?? (remote ? 'Loading...' : undefined));
	return [plain(spec, value, { choices }), ...helpers];
};

const boundingBox: Maker = (spec) => {
	const box = defaultOr(spec, { x: 0, y: 0, width: 512, height: 512 });
	const sides = ['x', 'y', 'width', 'height'] as const;
	return [
		plain(spec, box),
		...sides.map((side) => helper(side, isRecord(box) ? box[side] : undefined)),
	];
};

/** A 3D view has no value of its own until the page has rendered it. */
const view =
	(name?: (className: string) => string): Maker =>
	(spec, className) => [
		{ ...plain(spec, ''), name: name?.(className) ?? spec.name, compute: () => '' },
	];

const load3d: Maker = (spec, className) => {
	const named = view((name) => (sendsViewport.has(name) ? 'viewport_state' : 'image'));
	const button = (name: string, value: string): Widget => ({
		...helper(name, value),
		inPrompt: true,
	});
	const buttons = [
		button('upload 3d model', 'upload3dmodel'),
		button('upload extra resources', 'uploadExtraResources'),
		button('clear', 'clear'),
	];
	return [...(className === 'Load3D' ? buttons : []), ...named(spec, className)];
};

const kinds: ReadonlyMap<string, Maker> = new Map<string, Maker>([
	['INT', int],
	['FLOAT', float],
	['BOOLEAN', (spec) => [plain(spec, defaultOr(spec, false))]],
	['STRING', text],
	['MARKDOWN', (spec) => [plain(spec, defaultOr(spec, ''), { coerce: asText })]],
	['COMBO', combo],
	['IMAGEUPLOAD', (spec) => [helper(spec.name, 'image')]],
	['AUDIOUPLOAD', (spec) => [helper(spec.name, '')]],
	['AUDIO_UI', (spec) => [helper(spec.name, '', { takesSlot: false, role: 'preview' })]],
	['AUDIO_RECORD', (spec) => [plain(spec, ''), helper(`${spec.name}#1`, '')]],
	['WEBCAM', (spec) => [plain(spec, '')]],
	['COLOR', (spec) => [plain(spec, defaultOr(spec, '#000000'))]],
	['COLORS', (spec) => [plain(spec, defaultOr(spec, []))]],
	['IMAGECOMPARE', (spec) => [plain(spec, ['', ''], { takesSlot: false, role: 'preview' })]],
	['BOUNDING_BOX', boundingBox],
	['BOUNDING_BOXES', (spec) => [plain(spec, defaultOr(spec, []))]],
	['CHART', (spec) => [plain(spec, spec.options.data ?? {})]],
	['GALLERIA', (spec) => [plain(spec, spec.options.images ?? [])]],
	['PAINTER', (spec) => [plain(spec, spec.options.default)]],
	['COMPOSITOR', (spec) => [plain(spec, defaultOr(spec, {}))]],
	['TEXTAREA', (spec) => [plain(spec, defaultOr(spec, ''))]],
	['CURVE', (spec) => [plain(spec, defaultOr(spec, defaultCurve), { role: 'curve' })]],
	['RANGE', (spec) => [plain(spec, defaultOr(spec, { min: 0, max: 1 }))]],
	['VIDEO_EDIT', (spec) => [plain(spec, defaultOr(spec, defaultVideoEdit(spec.options.features)))]],
	[
		'RESOLUTION_PREVIEW',
		(spec) => [helper(spec.name, null, { takesSlot: false, role: 'preview' })],
	],
	['LIGHT_INFO_PREVIEW', (spec) => [plain(spec, defaultOr(spec, []))]],
	[
		'CAMERA_INFO_STATE',
		() => [helper('camera_info_state', '', { takesSlot: false, role: 'preview' })],
	],
	['CAMERA_ANGLE_VIEW', () => [helper('view', 'camera')]],
	['LOAD_3D', load3d],
	['LOAD_3D_ADVANCED', view(() => 'viewport_state')],
	['PREVIEW_3D', view(() => 'image')],
]);

const defaultCurve = {
	points: [
		[0, 0],
		[1, 1],
	],
	interpolation: 'monotone_cubic',
};

function defaultVideoEdit(features: unknown): unknown {
	const shown = Array.isArray(features) ? (features as readonly unknown[]) : ['trim', 'crop'];
	return {
		...(shown.includes('trim') && { trim: { start_time: 0, duration: 0 } }),
		...(shown.includes('crop') && { crop: { x: 0, y: 0, width: 0, height: 0 } }),
	};
}

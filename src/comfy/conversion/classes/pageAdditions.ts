import { isRecord } from '../json/isRecord.ts';
import type { InputSpec } from './inputSpec.ts';

/**
 * Inputs that ComfyUI's page adds to classes of the server, in the order in which it adds them: players, upload
 * buttons, 3D views. They take places in `widgets_values`; some are sent.
 * Source: behaviour of comfyui-frontend-package 1.58.1, observed class by class.
 */
export function pageAdditions(className: string, rawInput: unknown): readonly InputSpec[] {
	const required =
		isRecord(rawInput) && isRecord(rawInput.required) ? rawInput.required : undefined;
	const added: InputSpec[] = [];
	if (audioPlayers.has(className)) added.push(addition('audioUI', 'AUDIO_UI'));
	if (className === 'SaveGLB' || className === 'Preview3D')
		added.push(addition('image', 'PREVIEW_3D'));
	if (className === 'Load3DAdvanced') added.push(addition('viewport_state', 'LOAD_3D_ADVANCED'));
	if (required && Object.values(required).some(isMediaUpload))
		added.push(addition('upload', 'IMAGEUPLOAD'));
	else if (required && isAudioUpload(required.audio)) added.push(addition('upload', 'AUDIOUPLOAD'));
	return added;
}

const audioPlayers: ReadonlySet<string> = new Set([
	'LoadAudio',
	'SaveAudio',
	'PreviewAudio',
	'SaveAudioMP3',
	'SaveAudioOpus',
	'SaveAudioAdvanced',
]);

function addition(name: string, type: string): InputSpec {
	return { name, type, optional: false, options: {}, choices: [] };
}

function isMediaUpload(raw: unknown): boolean {
	if (!Array.isArray(raw) || !isRecord(raw[1])) return false;
	if (!Array.isArray(raw[0]) && raw[0] !== 'COMBO') return false;
	const { image_upload, video_upload, animated_image_upload } = raw[1];
	return image_upload === true || video_upload === true || animated_image_upload === true;
}

const isAudioUpload = (raw: unknown): boolean =>
	Array.isArray(raw) && isRecord(raw[1]) && raw[1].audio_upload === true;

import { decodePicture } from '#media/node/pictures.ts';
import { opaque, text } from './inputs.ts';
import { type Executor, NodeException } from './values.ts';

/** Decodes the named file, EXIF orientation applied. Any upload passes validation; here it must be a picture. */
export const loadImage: Executor = async (inputs, context) => {
	const name = text(inputs, 'image');
	const file = context.files.find(name);
	if (!file) throw new NodeException('FileNotFoundError', `[Errno 2] No such file: '${name}'`);
	const picture = await decodePicture(file.bytes);
	if (!picture.ok) {
		if (picture.error.includes('optional package')) {
			throw new NodeException('RuntimeError', picture.error);
		}
		const path = `/srv/ComfyUI/${file.type}/${file.subfolder ? `${file.subfolder}/` : ''}${file.name}`;
		throw new NodeException('PIL.UnidentifiedImageError', `cannot identify image file '${path}'`);
	}
	const { value } = picture;
	const clip = {
		width: value.width,
		height: value.height,
		frameCount: 1,
		frame: () => value.rgba,
	};
	return { outputs: [{ kind: 'image', clip, picture: value }, opaque('MASK')] };
};

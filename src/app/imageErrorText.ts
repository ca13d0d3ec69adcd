import type { ImageError } from '#media/media.ts';
import type { Messages } from '#text/messages.ts';

/** The sentence for a file that is no start image: what it is, what to use, that nothing is lost. */
export function imageErrorText(error: ImageError, text: Messages): string {
	const t = text.app.image.errors;
	const name = error.name || text.app.image.unnamed;
	const what = () => {
		switch (error.kind) {
			case 'empty':
				return t.empty(name);
			case 'notAPicture':
				return `${t.notAPicture(name, error.what)} ${t.use}`;
			case 'unsupportedPicture':
				return `${t.unsupportedPicture(name, error.what)} ${t.use}`;
			case 'damaged':
				return t.damaged(name, error.what);
			case 'tooLarge':
				return t.tooLarge(name, error.width, error.height, error.limitMegapixels);
			case 'tooManyBytes':
				return t.tooManyBytes(name, Math.round(error.bytes / 1e6));
		}
	};
	return `${what()} ${t.nothingLost}`;
}

import type { Ref } from 'react';
import { useVideoTracksText } from './videoTracksText.ts';

/** The file input of the dialog, out of sight; a button opens it. */
export function VideoFileInput({
	ref,
	onFile,
}: {
	readonly ref: Ref<HTMLInputElement>;
	onFile(file: File): void;
}) {
	const t = useVideoTracksText();
	return (
		<input
			ref={ref}
			type="file"
			className="visually-hidden"
			tabIndex={-1}
			aria-label={t.fileInput}
			accept="video/*,image/gif,image/webp,.mp4,.m4v,.mov,.webm,.mkv"
			onChange={(event) => {
				const [file] = event.currentTarget.files ?? [];
				// The same file chosen again is a new choice.
				event.currentTarget.value = '';
				if (file) onFile(file);
			}}
		/>
	);
}

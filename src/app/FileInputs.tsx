import { type Ref, useImperativeHandle, useRef } from 'react';
import { useText } from '#ui/text/useText.tsx';
import type { FileActions } from './hooks/useFileActions.ts';

export interface FileInputsHandle {
	chooseImage(): void;
	/** A picture under the same tracks. */
	chooseReplacement(): void;
	chooseProject(): void;
	chooseTracks(): void;
}

const pictures = 'image/jpeg,image/png,image/webp,image/avif,image/gif';

/** The file inputs, always in the page so that scripts find them; buttons open them. */
export function FileInputs({
	ref,
	files,
}: {
	readonly ref: Ref<FileInputsHandle>;
	readonly files: FileActions;
}) {
	const t = useText().app.image;
	const image = useRef<HTMLInputElement>(null);
	const replacement = useRef<HTMLInputElement>(null);
	const project = useRef<HTMLInputElement>(null);
	const tracks = useRef<HTMLInputElement>(null);
	useImperativeHandle(ref, () => ({
		chooseImage: () => image.current?.click(),
		chooseReplacement: () => replacement.current?.click(),
		chooseProject: () => project.current?.click(),
		chooseTracks: () => tracks.current?.click(),
	}));
	return (
		<section className="visually-hidden" aria-label={t.inputs}>
			<FileInput
				ref={image}
				label={t.inputLabel}
				accept={pictures}
				onFile={(file) => files.openImage(file, file.name)}
			/>
			<FileInput
				ref={replacement}
				label={t.replacementInputLabel}
				accept={pictures}
				onFile={(file) => files.replaceImage(file, file.name)}
			/>
			<FileInput
				ref={project}
				label={t.projectInputLabel}
				accept=".json,.png,application/json,image/png"
				onFile={files.openProjectFile}
			/>
			<FileInput
				ref={tracks}
				label={t.tracksInputLabel}
				accept=".json,.txt,.pth,.npy,.npz,.svg,.csv,.png,.mp4,.webm,application/json,text/plain"
				onFile={(file) => files.importTracksFile(file)}
			/>
		</section>
	);
}

function FileInput({
	ref,
	label,
	accept,
	onFile,
}: {
	readonly ref: Ref<HTMLInputElement>;
	readonly label: string;
	readonly accept: string;
	onFile(file: File): Promise<void>;
}) {
	return (
		<input
			ref={ref}
			type="file"
			tabIndex={-1}
			aria-label={label}
			accept={accept}
			onChange={(event) => {
				const [file] = event.currentTarget.files ?? [];
				// The same file chosen again is a new choice.
				event.currentTarget.value = '';
				if (file) void onFile(file);
			}}
		/>
	);
}

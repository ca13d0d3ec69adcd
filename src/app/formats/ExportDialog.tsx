import { Check, Copy, Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { exportSourceOf } from '#core/formats/exportSource.ts';
import { formatInfo, formats, type SpaceName, type TimeBase } from '#core/formats/formats.ts';
import type { FormatId } from '#core/formats/formatTypes.ts';
import { writeForeign } from '#core/formats/writeForeign.ts';
import { useEditor } from '#editor/useEditor.ts';
import { downloadBytes } from '#generation/download/downloadBytes.ts';
import { useCopy } from '#generation/notice/useCopy.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Dialog } from '#ui/controls/Dialog.tsx';
import { Segmented } from '#ui/controls/Segmented.tsx';
import { Select } from '#ui/controls/Select.tsx';
import { useToasts } from '#ui/controls/Toast.tsx';
import type { Studio } from '../studio/createStudio.ts';
import styles from './ExportDialog.module.css';
import { useFormatsText } from './formatsText.ts';
import { packFiles } from './packFiles.ts';

/** What can be written; the shot itself is saved elsewhere. */
const writable = formats.filter(({ id, canWrite }) => canWrite !== false && id !== 'project');

/** Tracks for another program: in which format, in whose pixels, how many positions. */
export default function ExportDialog({
	studio: { editor },
	onClose,
}: {
	readonly studio: Pick<Studio, 'editor'>;
	onClose(): void;
}) {
	const t = useFormatsText();
	const toasts = useToasts();
	const { copied, copy } = useCopy();
	const [format, setFormat] = useState<FormatId>('ati-json');
	const [space, setSpace] = useState<SpaceName>('frame');
	const [time, setTime] = useState<TimeBase>('121');
	const document = useEditor(editor, ({ history }) => history.gesture?.base ?? history.present);
	const { spaces, times } = formatInfo(format);
	const chosenSpace = spaces.includes(space) ? space : spaces[0];
	const chosenTime = times.includes(time) ? time : times[0];
	const source = useMemo(() => exportSourceOf(document), [document]);
	const written = useMemo(
		() => writeForeign(format, source, { space: chosenSpace, time: chosenTime }),
		[format, source, chosenSpace, chosenTime],
	);
	const files = written.ok ? written.value : [];
	const [only] = files;
	const content = files.length === 1 && typeof only?.content === 'string' ? only.content : null;
	const save = () => {
		const packed = packFiles(document.name, files);
		if (!packed) return;
		downloadBytes(packed.content, packed.mediaType, packed.name);
		toasts.show({ tone: 'ok', title: t.saved(packed.name) });
		onClose();
	};
	const timeLabel = (base: TimeBase) =>
		base === 'frames' ? t.framesCount(document.frame.length) : t.times[base];
	return (
		<Dialog
			open
			onOpenChange={(open) => !open && onClose()}
			title={t.exportTitle}
			size="s"
			footer={
				<>
					<span className={styles.count}>{t.counts(source.tracks.length)}</span>
					{content !== null && (
						<Button icon={copied === content ? Check : Copy} onClick={() => copy(content)}>
							{copied === content ? t.copied : t.copyText}
						</Button>
					)}
					<Button
						variant="primary"
						icon={Download}
						reason={files.length === 0 ? t.nothing : undefined}
						onClick={save}
					>
						{t.save}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<Select
					label={t.format}
					placement="above"
					value={format}
					options={writable.map(({ id, extensions }) => ({
						value: id,
						label: t.titles[id],
						detail: `.${extensions[0]}`,
					}))}
					onChange={setFormat}
				/>
				<p className={styles.reader}>{t.readers[format]}</p>
				<Choice<SpaceName>
					label={t.space}
					value={chosenSpace}
					options={spaces.map((value) => ({ value, label: t.spaces[value] }))}
					onChange={setSpace}
				/>
				<Choice<TimeBase>
					label={t.time}
					value={chosenTime}
					options={times.map((value) => ({ value, label: timeLabel(value) }))}
					onChange={setTime}
				/>
			</div>
		</Dialog>
	);
}

/** A choice where there is one, else what it is. */
function Choice<T extends string>({
	label,
	value,
	options,
	onChange,
}: {
	readonly label: string;
	readonly value: T;
	readonly options: readonly { readonly value: T; readonly label: string }[];
	onChange(value: T): void;
}) {
	return (
		<div className={styles.choice}>
			<span className={styles.label}>{label}</span>
			{options.length > 1 ? (
				<Segmented label={label} value={value} segments={options} onChange={onChange} />
			) : (
				<span className={styles.fixed}>{options[0]?.label}</span>
			)}
		</div>
	);
}

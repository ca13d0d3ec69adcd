import { Check } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { WanDocument } from '#core/document/document.ts';
import { useEditor } from '#editor/useEditor.ts';
import { Button } from '#ui/controls/Button.tsx';
import { useToasts } from '#ui/controls/Toast.tsx';
import type { Studio } from '../studio/createStudio.ts';
import type { HostLink } from './createHostLink.ts';
import styles from './EmbedBanner.module.css';
import { nodeNumbers, type OpenMessage } from './embedMessages.ts';
import { useEmbedText } from './embedText.ts';
import { type NodeShot, numbersForNode, tracksForNode } from './nodeDocument.ts';

export interface EmbedBannerProps {
	readonly studio: Pick<Studio, 'editor' | 'projects'>;
	readonly host: HostLink;
	/** What the node holds. */
	readonly open: OpenMessage;
	/** The shot that was made of it. */
	readonly opened: NodeShot;
	/** No picture is connected, or it is not there. */
	readonly isPaper: boolean;
}

/** Says which node is drawn for, and gives its tracks back. */
export function EmbedBanner(props: EmbedBannerProps) {
	const { studio, host, open } = props;
	const t = useEmbedText();
	const toasts = useToasts();
	const [isBusy, setBusy] = useState(false);
	const document = useEditor(
		studio.editor,
		({ history }) => history.gesture?.base ?? history.present,
	);
	const notes = useNotes(props, document);
	const banner = useBannerHeight();
	const use = async () => {
		setBusy(true);
		const answer = host.next('used', 'notUsed');
		host.say({ kind: 'use', ...wordsForNode(props, studio.editor.getDocument()) });
		if ((await answer).kind === 'used') {
			// What was drawn is in the workflow now, and this was only where it was drawn.
			await studio.projects.remove(studio.projects.getState().currentId).catch(() => undefined);
			return host.say({ kind: 'close' });
		}
		setBusy(false);
		toasts.show({ tone: 'error', title: t.notUsed, text: t.notUsedText });
	};
	const cancel = async () => {
		await studio.projects.autosave.flush();
		host.say({ kind: 'close' });
	};
	return (
		<section ref={banner} className={styles.banner} aria-label={t.region}>
			<p className={styles.words} role="status">
				<strong>{t.drawing(open.node.id, open.node.title)}</strong>
				{notes.map((note) => (
					<span key={note} className={styles.note}>
						{note}
					</span>
				))}
			</p>
			<Button variant="quiet" onClick={() => void cancel()}>
				{t.cancel}
			</Button>
			<Button variant="primary" icon={Check} busy={isBusy} onClick={() => void use()}>
				{t.use}
			</Button>
		</section>
	);
}

/** Tells the app how much of the window is left below the banner, however many lines its notes take. */
function useBannerHeight() {
	const banner = useRef<HTMLElement>(null);
	useLayoutEffect(() => {
		const element = banner.current;
		if (!element) return;
		const { style } = window.document.documentElement;
		const measure = () => style.setProperty('--size-banner', `${element.offsetHeight}px`);
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		measure();
		return () => {
			observer.disconnect();
			style.removeProperty('--size-banner');
		};
	}, []);
	return banner;
}

/** Documents above are left out of the workflow file, which then holds the tracks alone. */
const largestDocument = 512 * 1024;

/** What nothing was changed in goes back as it came, to the last character. */
function wordsForNode({ open, opened }: EmbedBannerProps, document: WanDocument) {
	const isTouched = document !== opened.document;
	const kept = isTouched ? document : opened.tracks === 'kept' ? opened.document : undefined;
	const isLight = kept !== undefined && JSON.stringify(kept).length <= largestDocument;
	return {
		tracks: isTouched ? tracksForNode(document) : open.tracks,
		numbers: isTouched ? changedNumbers(open, document) : {},
		...(isLight && { document: kept }),
	};
}

/** The numbers of the node that are not what the shot says. */
const changedNumbers = ({ numbers }: OpenMessage, document: WanDocument) =>
	Object.fromEntries(
		Object.entries(numbersForNode(document)).filter(
			([name, value]) => numbers[name as keyof typeof numbers] !== value,
		),
	);

/** What a person has to know before the tracks are used. */
function useNotes(
	{ open, opened, isPaper }: EmbedBannerProps,
	document: WanDocument,
): readonly string[] {
	const t = useEmbedText();
	const changed = document === opened.document ? {} : changedNumbers(open, document);
	const held = nodeNumbers.filter((name) => name in changed && open.fixed.includes(name));
	const free = nodeNumbers.filter((name) => name in changed && !open.fixed.includes(name));
	const { frame, shot } = document;
	const hasSize = free.some((name) => name === 'width' || name === 'height');
	const set = [
		...(hasSize ? [t.size(frame.width, frame.height)] : []),
		...(free.includes('length') ? [t.length(frame.length)] : []),
		...(free.includes('temperature') ? [t.temperature(shot.temperature)] : []),
		...(free.includes('topk') ? [t.topk(shot.topk)] : []),
	];
	return [
		...(opened.tracks === 'unreadable' ? [t.unreadable] : []),
		...(open.cutsLink ? [t.cutsLink] : []),
		...(isPaper ? [open.picture ? t.pictureGone(open.picture.filename) : t.noPicture] : []),
		...(held.length > 0 ? [t.fixed(held.map((name) => t.names[name]).join(', '))] : []),
		...(set.length > 0 ? [t.changes(set.join(', '))] : []),
	];
}

import { emptyDocument } from '#core/document/document.ts';
import { createUuid } from '#core/ids/createUuid.ts';
import type { FirstShot } from '../studio/createStudio.ts';
import { createHostLink } from './createHostLink.ts';
import { EmbedBanner } from './EmbedBanner.tsx';
import type { OpenMessage } from './embedMessages.ts';
import { nodeDocument } from './nodeDocument.ts';
import { fetchNodePicture, squaredPaper } from './nodePicture.ts';

/** The editor in the dialog of ComfyUI's page: what is on the canvas first, and the bar over it. */
export interface Embed {
	readonly firstShot: FirstShot;
}

/** Asks the page around this one for its node, once. */
export function startEmbed(): Embed {
	const host = createHostLink(window);
	const asked = host.next('open');
	host.say({ kind: 'ready' });
	return {
		async firstShot(studio) {
			const open = await asked;
			const image = await openPicture(studio.pictures, open);
			const shot = nodeDocument(open, image.image, open.node.title || emptyDocument.name, () =>
				createUuid((count) => crypto.getRandomValues(new Uint8Array(count))),
			);
			// A draft: forgotten unless something is drawn and then not used.
			studio.projects.begin(() => studio.editor.loadDocument(shot.document), true);
			return {
				theme: open.theme,
				banner: (
					<EmbedBanner
						studio={studio}
						host={host}
						open={open}
						opened={shot}
						isPaper={!image.isTheirs}
					/>
				),
			};
		},
	};
}

type Pictures = Parameters<FirstShot>[0]['pictures'];

/** The connected picture, or squared paper where there is none that can be read. */
async function openPicture(pictures: Pictures, open: OpenMessage) {
	const found = await fetchNodePicture(open.picture);
	const theirs = found && (await pictures.open(found.blob, found.name));
	if (theirs?.ok) return { image: theirs.value, isTheirs: true };
	const { width = 832, height = 480 } = open.numbers;
	const paper = await pictures.open(await squaredPaper({ width, height }), '');
	if (!paper.ok) throw new Error(`squared paper of ${width} x ${height} is no picture`);
	return { image: paper.value, isTheirs: false };
}

import '#ui/tokens.css';
import '#ui/base.css';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { isEmbedded } from './embed/isEmbedded.ts';
import { Root } from './Root.tsx';
import { createStudio } from './studio/createStudio.ts';

// Our content policy forbids the code that zod would otherwise generate.
z.config({ jitless: true });

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
const root = createRoot(element);

/** No top-level await: parts that travel later may need this file's own chunk, and would wait for it for ever. */
async function start(at: typeof root): Promise<void> {
	// Inside ComfyUI's page the first shot is that of a node.
	const embed = isEmbedded() ? (await import('./embed/startEmbed.tsx')).startEmbed() : undefined;
	const { studio, around } = await createStudio(embed?.firstShot);
	at.render(<Root studio={studio} around={around} />);
	if (import.meta.hot)
		import.meta.hot.dispose(() => {
			at.unmount();
			studio.dispose();
		});
}
void start(root);

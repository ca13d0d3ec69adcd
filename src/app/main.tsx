import '#ui/tokens.css';
import '#ui/base.css';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { Root } from './Root.tsx';
import { createStudio } from './studio/createStudio.ts';

// Our content policy forbids the code that zod would otherwise generate.
z.config({ jitless: true });

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
const root = createRoot(element);

/** No top-level await: parts that travel later may need this file's own chunk, and would wait for it for ever. */
async function start(at: typeof root): Promise<void> {
	const studio = await createStudio();
	at.render(<Root studio={studio} />);
	if (import.meta.hot)
		import.meta.hot.dispose(() => {
			at.unmount();
			studio.dispose();
		});
}
void start(root);

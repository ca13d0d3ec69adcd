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
const studio = await createStudio();
root.render(<Root studio={studio} />);

if (import.meta.hot)
	import.meta.hot.dispose(() => {
		root.unmount();
		studio.dispose();
	});

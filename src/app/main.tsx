import '#ui/tokens.css';
import '#ui/base.css';
import { createRoot } from 'react-dom/client';
import { Root } from './Root.tsx';
import { createStudio } from './studio/createStudio.ts';

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

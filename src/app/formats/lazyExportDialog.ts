import { lazyPart } from '../layout/lazyPart.tsx';

/** Travels when it is first opened: from the shot's menu, or below the tracks. */
export const LazyExportDialog = lazyPart(() => import('./ExportDialog.tsx'));

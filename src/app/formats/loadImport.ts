/** Reading tracks is not what the drawing waits for; fetched a moment after it, so that a drop does not wait either. */
export const loadImport = () => import('./importFile.ts');

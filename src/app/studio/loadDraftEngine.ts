/** The code of the draft engine travels when the first draft is asked for. */
export const loadDraftEngine = () => import('./createStudioDraftEngine.ts');

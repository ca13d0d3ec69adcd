/** The code of the ComfyUI engine travels by itself. */
export const loadComfyEngine = () => import('./createStudioComfyEngine.ts');

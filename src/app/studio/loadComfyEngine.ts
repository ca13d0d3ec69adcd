/** The code of the ComfyUI engine travels by itself. */
export const loadComfyEngine = () => import('#jobs/comfyEngine.ts');

/** What judges a picture file travels by itself: the shot of a first visit is one of ours. */
export const loadOpenStartImage = () => import('#media/browser/openStartImage.ts');

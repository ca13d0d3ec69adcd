import { gallery as english, type GalleryMessages } from '#text/en/gallery.ts';
import { gallery as french } from '#text/fr/gallery.ts';
import { en } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of the gallery, in the language of the rest; they travel with it. */
export const useGalleryText = (): GalleryMessages => (useText() === en ? english : french);

import type { DraftMessages } from '../en/draft.ts';

export const draft: DraftMessages = {
	preview: 'Aperçu du brouillon',
	previewReason:
		'Déplace l’image le long des pistes à la tête de lecture, et la joue pendant que vous glissez. Géométrie seule : ce n’est pas ce que le modèle en fera.',
	previewWaits: 'Détourage de ce qui bouge…',
};

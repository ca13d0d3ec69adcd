import type { GuidanceMessages } from '../en/guidance.ts';

export const guidance: GuidanceMessages = {
	influence: 'Influence',
	influenceReason: 'Ce que le modèle doit déplacer, pour les quatre images à la tête de lecture',
	coverage: (share, overlap) =>
		overlap > 0
			? `couvre ${percent(share)}, superposé ${percent(overlap)}`
			: `couvre ${percent(share)}`,
	noInfluence: 'pas de guidage à cette durée',
	step: (step, steps) => `Pas latent ${step} sur ${steps}`,

	preview: 'Aperçu',
	clocks: { smooth: 'Fluide', frames: 'Images', model: 'Modèle' },
	clockReason:
		'Ce que montrent les têtes : le mouvement tracé, les images de la vidéo, ou ce que voit le modèle',

	pins: 'Épingles',
	pinsReason: 'Épingler ce qui ne doit pas bouger',
	autoPin: "Épingler le fond d'office",
	gridPins: "Grille d'épingles",
	ringPins: 'Verrouiller le pourtour',
	removePins: 'Retirer toutes les épingles',
	pinsAdded: (count) => (count === 1 ? '1 épingle ajoutée' : `${count} épingles ajoutées`),
	pinsRemoved: (count) => (count === 1 ? '1 épingle retirée' : `${count} épingles retirées`),
	noPins: 'Aucune place pour une épingle',
	noPinsText: 'Les trajectoires vont partout, ou il y en a déjà 20.',
	addPins: 'Ajouter des épingles',
	undo: 'Annuler',

	exact: 'Exact pour cette durée',
	exactReason:
		"Décale les échantillons dans le temps pour que chaque image lise sa propre position. Sans : comme à l'apprentissage.",
	exactDifference: (px) => (px < 0.05 ? 'aucun écart' : `jusqu'à ${px.toFixed(1)} px`),
};

const percent = (share: number): string =>
	share > 0 && share < 0.01 ? '< 1 %' : `${Math.round(share * 100)} %`;

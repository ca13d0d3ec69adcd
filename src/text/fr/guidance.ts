import type { NodeFailure } from '#core/guidance/nodeTracks.ts';
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
	noPinsText: 'Les pistes vont partout, ou il y en a déjà 20.',
	addPins: 'Ajouter des épingles',
	undo: 'Annuler',

	exact: 'Exact pour cette durée',
	exactReason:
		"Décale les échantillons dans le temps pour que chaque image lise sa propre position. Sans : comme à l'apprentissage.",
	exactDifference: (px) =>
		px < 0.05 ? 'aucun écart' : `jusqu'à ${px.toFixed(1).replace('.', ',')} px`,

	nodeFailure: (failure) => `ComfyUI échouerait ici (${failure.python}) : ${nodeReason(failure)}`,
	noTracks: 'ComfyUI prend ceci pour aucune piste et travaille sans guidage.',
	spoilt: (track) =>
		`La piste ${track + 1} ne commence pas par un nombre : ComfyUI gâche toute la vidéo sans un mot.`,
	guidanceAt: (length) => `Il faut une durée que ATI rend ; ${length} n'en est pas une.`,
	influenceFile: (steps, rows, columns) => `${steps} x ${rows} x ${columns} poids`,
};

function nodeReason(failure: NodeFailure): string {
	switch (failure.kind) {
		case 'notPoints':
			return 'il faut une liste de pistes de points {"x":1,"y":2}.';
		case 'emptyList':
			return 'la liste contient une liste vide.';
		case 'emptyTrack':
			return `la piste ${failure.track + 1} n'a aucun point.`;
		case 'missingKey':
			return `un point de la piste ${failure.track + 1} n'a pas de x ou pas de y.`;
		case 'notANumber':
			return `une coordonnée de la piste ${failure.track + 1} n'est pas un nombre.`;
		case 'illegalLength':
			return `${failure.length} images ; la durée doit être 4n+1, au moins 5, et durée - 1 pas un multiple de 120.`;
	}
}

const percent = (share: number): string =>
	share > 0 && share < 0.01 ? '< 1 %' : `${Math.round(share * 100)} %`;

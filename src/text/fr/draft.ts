import type { DraftMessages } from '../en/draft.ts';

export const draft: DraftMessages = {
	preview: 'Aperçu du brouillon',
	previewReason:
		'Déplace l’image le long des pistes à la tête de lecture, et la joue pendant que vous glissez. Géométrie seule : ce n’est pas ce que le modèle en fera.',
	previewWaits: 'Détourage de ce qui bouge…',

	export: 'Exporter le mouvement',
	exportAs: 'Exporter comme',
	kinds: {
		draft: 'Vidéo du brouillon',
		tracks: 'Pistes sur l’image',
		timeToMove: 'Guide Time-to-Move',
		funControl: 'Points Wan Fun Control',
		vace: 'Contrôle et masque VACE',
	},
	kindReasons: {
		draft: 'L’image déplacée le long des pistes : géométrie seule, sans modèle.',
		tracks: 'Ce que vous avez tracé, animé : pour un message, un rapport ou un tutoriel.',
		timeToMove:
			'Un ZIP avec first_frame.png, motion_signal.mp4, mask.mp4 (blanc : ce qui bouge) et prompt.txt, tel que Time-to-Move le lit.',
		funControl:
			'Un MP4 de points blancs sur fond noir, un par piste : une vidéo de contrôle pour Wan Fun Control.',
		vace: 'Un ZIP avec first_frame.png, control.mp4 (gris : inconnu), mask.mp4 (blanc : à créer) et prompt.txt, pour VACE.',
	},
	format: 'Format',
	formats: { mp4: 'MP4', webm: 'WebM', gif: 'GIF', png: 'Suite de PNG' },
	over: 'Sur',
	overs: { picture: 'Image fixe', draft: 'Brouillon animé' },
	shadow: 'Ombre douce sous ce qui bouge',
	start: 'Exporter',
	working: (percent: number) => `Écriture… ${percent} %`,
	cancel: 'Annuler',
	close: 'Fermer',
	exported: (name: string) => `${name} est enregistré`,
	noVideos:
		'Ce navigateur n’écrit pas ici de vidéos de ce type. Choisissez un autre format, ou ouvrez la page en https ou sur localhost.',
	failed: (detail: string) => `Le fichier n’a pas pu être écrit : ${detail}`,
	noTracks: 'Aucune piste n’est visible : rien ne bouge encore.',
	drawing: 'Dessin',
	draftOf: (what: string, seed: number) => `brouillon : ${what}, graine ${seed}`,
	unknownKind: (path: string) => `${path} doit finir par .svg, .png, .gif ou .mp4.`,
	needsPixels: (option: string) => `${option} demande un fichier .png, .gif ou .mp4.`,
	needsStill: (option: string) => `${option} demande un fichier .png.`,
	noInfluence: (length: number) =>
		`--influence demande une longueur qu’ATI sait rendre ; ${length} n’en est pas une.`,
};

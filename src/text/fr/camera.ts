import type { CameraMessages } from '../en/camera.ts';

const keyCount = (count: number) => (count > 1 ? `${count} clés` : `${count} clé`);

export const camera: CameraMessages = {
	camera: 'Caméra',
	atRest: 'immobile',
	keyCount,
	row: (keys) => (keys === 0 ? 'Caméra, immobile' : `Caméra, ${keyCount(keys)}`),
	openCamera: 'Caméra : déplacer la vue',
	close: 'Fermer la caméra',

	keyAt: (index) => `Clé ${index} de la caméra`,
	keyOf: (index, count) => `Clé ${index} sur ${count}`,
	noKeys: 'La caméra ne bouge pas encore',
	noKeysText:
		'Choisissez un mouvement ci-dessous ou donnez une valeur : la caméra y va jusqu’à la fin du plan. Au début elle montre toujours l’image telle quelle.',
	startText: 'Début : l’image telle quelle',
	addKey: 'Ajouter une clé de caméra à la tête de lecture',
	addKeyReason: 'Le début est l’image telle quelle : déplacez d’abord la tête de lecture',
	previousKey: 'Clé de caméra précédente',
	nextKey: 'Clé de caméra suivante',
	removeKey: 'Supprimer cette clé de caméra',
	removeAll: 'Supprimer le mouvement de caméra',
	time: 'Moment',
	easing: 'Trajet',

	moves: 'Mouvements de caméra',
	presets: {
		panLeft: 'Pano à gauche',
		panRight: 'Pano à droite',
		panUp: 'Pano en haut',
		panDown: 'Pano en bas',
		pushIn: 'Avancer',
		pullOut: 'Reculer',
		roll: 'Roulis',
		orbit: 'Orbite',
		handheld: 'À l’épaule',
	},
	pan: 'Panoramique',
	panX: 'Panoramique X',
	panY: 'Panoramique Y',
	panReason:
		'De combien l’image se déplace, vers la droite et le bas ; une caméra qui va à droite la déplace à gauche',
	zoom: 'Zoom',
	roll: 'Roulis',
	rollReason: 'De combien l’image tourne, dans le sens des aiguilles',
	orbit: 'Orbite',
	orbitReason:
		'De combien le fond glisse ; chaque piste selon sa profondeur, pour que proche et lointain se séparent',
	handheld: 'À l’épaule',
	handheldReason:
		'De combien la main s’écarte, plus lentement que 2 Hz : le modèle efface les secousses plus rapides',
	newShake: 'Autre tremblement',
	pixels: 'px',
	percent: '%',
	degrees: '°',
	seconds: 's',

	field: 'Ajouter des pistes pour la caméra',
	fieldReason:
		'Une grille de pistes sur l’image qui bougent avec la caméra, pour que le modèle la voie bouger même là où rien d’autre ne bouge',
	fieldFull: 'Il y a déjà 20 pistes, ou aucune place libre',
	fieldAdded: (count) => (count > 1 ? `${count} pistes ajoutées` : `${count} piste ajoutée`),
	undo: 'Annuler',
	movedTracks: (moved, all) =>
		moved === all
			? all === 1
				? 'La seule piste bouge avec la caméra.'
				: `Les ${all} pistes bougent avec la caméra.`
			: `${moved} pistes sur ${all} bougent avec la caméra ; les autres restent à l’écran.`,
	noTracks: 'Aucune piste ne bouge encore avec elle : le modèle n’apprend rien de la caméra.',

	staysOnScreen: 'Reste à l’écran',
	staysOnScreenReason: 'La caméra ne déplace pas cette piste : elle dit où elle est dans la vidéo',
	depth: 'Profondeur',
	depthReason:
		'Comment elle glisse quand la caméra tourne : avec le fond, pas du tout, à l’inverse',
	depthValue: (depth) =>
		depth === 1
			? 'fond'
			: depth === 0
				? 'ne glisse pas'
				: `${depth < 0 ? 'devant, ' : ''}${Math.round(depth * 100)} %`,

	steps: {
		camera: 'Bouger la caméra',
		key: 'Poser une clé de caméra',
		removeKey: 'Supprimer une clé de caméra',
		field: 'Ajouter des pistes pour la caméra',
		screen: 'Rester à l’écran',
		depth: 'Régler la profondeur',
	},
};

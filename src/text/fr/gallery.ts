import type { GalleryMessages } from '../en/gallery.ts';

const results = (count: number) => `${count} ${count > 1 ? 'résultats' : 'résultat'}`;
const stars = (count: number) =>
	count === 0 ? 'Sans étoile' : `${count} ${count > 1 ? 'étoiles' : 'étoile'}`;

export const gallery: GalleryMessages = {
	title: 'Galerie',
	list: 'Résultats de la galerie',
	close: 'Retour à l’éditeur',

	search: 'Chercher un résultat',
	searchHint: 'Nom, prompt, étiquette ou note',
	filters: 'Filtres',
	of: 'Afficher',
	ofProject: 'Ce projet',
	ofAll: 'Tous les projets',
	engine: 'Fait par',
	anyEngine: 'Tout moteur',
	drafts: 'Brouillons',
	runs: 'Exécutions ComfyUI',
	minStars: 'Étoiles au moins',
	anyStars: 'Toutes notes',
	starsOrMore: (count) => (count === 5 ? '5 étoiles' : `${stars(count)} ou plus`),
	tag: 'Étiquette',
	anyTag: 'Toute étiquette',
	sort: 'Ordre',
	newest: 'Les plus récents',
	adherence: 'Les plus fidèles',
	mostStars: 'Les plus étoilés',
	count: (shown, all) => (shown === all ? results(all) : `${shown} sur ${results(all)}`),
	clear: 'Effacer les filtres',

	empty: 'Aucun résultat pour l’instant',
	emptyText:
		'Chaque brouillon et chaque exécution sont gardés ici avec leur plan. Appuyez sur Générer pour faire le premier.',
	emptyProject: 'Ce projet n’a encore aucun résultat',
	emptyProjectText: 'Ceux de vos autres projets sont gardés aussi.',
	showAll: 'Afficher tous les projets',
	nothingFound: 'Aucun résultat ne passe ces filtres',

	stars,
	toggle: 'Sélectionner ou désélectionner',
	noneSelected: 'Aucun résultat sélectionné',
	noneSelectedText: 'Sélectionnez-en un pour voir avec quoi il a été fait.',
	keys: [
		['Flèches', 'vont de l’un à l’autre'],
		['Maj, Ctrl', 'en sélectionnent plusieurs'],
		['0 à 5', 'donnent des étoiles'],
		['Entrée', 'l’ouvre'],
		['Suppr', 'supprime, Ctrl Z annule'],
	],
	selected: (count) => `${results(count)} ${count > 1 ? 'sélectionnés' : 'sélectionné'}`,
	details: 'Détails',
	back: 'Tous les résultats',
	rating: 'Étoiles',
	mixed: 'Elles diffèrent',
	tags: 'Étiquettes',
	tagsHint: 'Séparées par des virgules',
	addTags: 'Ajouter des étiquettes',
	note: 'Note',

	open: 'Ouvrir',
	compare: 'Comparer',
	restore: 'Restaurer ce plan',
	restoreHint:
		'Remet son image, ses pistes et ses réglages sur le canevas ; Annuler revient en arrière',
	restored: (name) => `Le plan de ${name} est sur le canevas`,
	restoredNew: (name) => `Le plan de ${name} est ouvert comme nouveau projet`,
	restoreStep: 'Restaurer un plan',
	differsNow: 'Ce qui diffère du plan actuel',
	differsPair: (a, b) => `Ce qui diffère : ${a}, ${b}`,
	now: 'Actuel',
	sameAsNow: 'Le plan sur le canevas est le même.',
	samePair: 'Ils ont été faits avec le même plan.',

	remove: 'Supprimer',
	removed: (count) => `${results(count)} ${count > 1 ? 'supprimés' : 'supprimé'}`,
	removedOne: (name) => `${name} supprimé`,
	returned: (count) => `${results(count)} de retour`,

	exportAll: 'Tout exporter',
	exportSelected: 'Exporter la sélection',
	exportHint:
		'Un ZIP : un dossier pour chacun avec son plan, ses pistes, sa vidéo et ses mesures, et un tableau de tous',
	exporting: (done, all) => `Emballage : ${done} sur ${results(all)}`,
	exportProgress: 'Emballage des résultats',
	stop: 'Annuler',
	exported: (count, size) =>
		`${results(count)} ${count > 1 ? 'enregistrés' : 'enregistré'}, ${size}`,
	exportStopped: 'Rien n’a été enregistré',
	exportFailed: 'Les résultats n’ont pas pu être emballés',
	exportTooLarge: 'C’est plus qu’un ZIP ne contient (4 Go). Sélectionnez-en moins.',
	archive: (name) => `${name} résultats`,
	archiveAll: 'Résultats Wan ATI',

	used: (size) => `Ceux-ci prennent ${size}`,
	room: (used, quota) => `${used} sur ${quota} utilisés sur cet ordinateur`,
};

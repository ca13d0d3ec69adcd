import type { explain as english } from '../en/explain.ts';

const count = (n: number, one: string, many: string) => `${n} ${n < 2 ? one : many}`;

export const explain: typeof english = {
	title: 'Ce que ComfyUI recevra',
	description: 'Le calcul tel qu’il partirait maintenant. Rien n’a été envoyé.',
	facts: 'En bref',
	tracks: 'Pistes',
	tracksValue: (tracks, samples) =>
		`${count(tracks, 'piste', 'pistes')}, ${count(samples, 'échantillon', 'échantillons')}`,
	size: 'Pistes en JSON',
	kilobytes: (size) => `${size} ko`,
	clip: 'Vidéo',
	clipValue: (width, height, length, seconds) =>
		`${width} x ${height}, ${length} images, ${seconds} s`,
	time: 'Durée',
	timeLearned: (time) => `${time}, d’après les calculs passés`,
	timeAssumed: (time) => `${time}, supposé : aucun calcul de cette taille n’est encore connu`,
	card: 'Carte graphique',
	cardValue: (name, free, total) =>
		`${name}, ${free.replace('.', ',')} Go libres sur ${total.replace('.', ',')}`,
	cardUnknown: 'ComfyUI n’en nomme aucune',
	noServer: 'Aucun ComfyUI n’est connecté. Voici ce qu’il recevrait.',
	checks: 'Contrôles',
	noFindings: 'Rien à corriger',
	findings: (errors, warnings, hints) =>
		[
			errors > 0 && count(errors, 'erreur', 'erreurs'),
			warnings > 0 && count(warnings, 'avertissement', 'avertissements'),
			hints > 0 && count(hints, 'conseil', 'conseils'),
		]
			.filter(Boolean)
			.join(', '),
	graph: 'Valeurs dans le graphe',
	node: 'Nœud',
	input: 'Entrée',
	value: 'Valeur',
	empty: '(vide)',
	json: 'JSON des pistes',
	jsonHint: 'Le texte exact de l’entrée des pistes, en pixels de l’image de sortie.',
	missingWorkflow: 'Le workflow de ce plan n’est pas sur cet ordinateur : il n’y a rien à montrer.',
	copyJson: 'Copier le JSON',
	copyCurl: 'Copier en cURL',
	download: 'Ouvrir dans ComfyUI',
	downloadHint:
		'Télécharge un fichier de workflow. Déposez-le sur ComfyUI ; l’image va dans son dossier input.',
	exactSeed: (seed) =>
		`Une nouvelle graine est tirée quand on presse Générer ; celle montrée ici est ${seed}.`,
};

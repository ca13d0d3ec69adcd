import type { Messages } from '../messages.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;
const two = (value: number) => String(value).padStart(2, '0');

function duration(ms: number): string {
	const seconds = Math.max(0, Math.round(ms / 1000));
	if (seconds < 60) return `${seconds} s`;
	if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
	return `${Math.floor(seconds / 3600)} h ${two(Math.floor((seconds % 3600) / 60))} min`;
}

function roughly(ms: number): string {
	const seconds = Math.max(0, ms / 1000);
	if (seconds <= 5) return 'quelques secondes';
	if (seconds < 57.5) return `${Math.ceil(seconds / 5) * 5} s`;
	if (seconds < 3570) return `${Math.max(1, Math.round(seconds / 60))} min`;
	const minutes = Math.round(seconds / 60);
	return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

export const generation: Messages['generation'] = {
	duration,
	timeLeft: (ms) => `reste ${roughly(ms)}`,
	aboutLeft: (ms) => `Encore ${roughly(ms)} environ`,
	aboutTime: (ms) => `environ ${roughly(ms)}`,

	engine: {
		label: 'Moteur',
		draft: 'Brouillon',
		comfy: 'ComfyUI',
		comfyNamed: (name) => `ComfyUI ${name}`,
		any: 'Un ComfyUI libre',
		anyDetail: 'qui a les modèles',
		draftDetail: 'dans ce navigateur',
		notConnected: 'non connecté',
		checking: 'vérification',
		connected: (version) => (version ? `connecté ${version}` : 'connecté'),
		unreachable: 'injoignable',
		refused: 'refusé',
		failed: 'ne répond pas comme ComfyUI',
	},

	shot: {
		title: 'Plan',
		prompt: 'Prompt',
		promptPlaceholder: 'Ce que montre l’image et comment cela bouge',
		negative: 'Prompt négatif',
		seed: 'Graine',
		rollSeed: 'Tirer une nouvelle graine',
		newSeed: 'Nouvelle graine à chaque fois',
		steps: 'Étapes',
		cfg: 'CFG',
		more: 'Échantillonneur et guidage',
		summary: (sampler, topk) => `${sampler}, top k ${topk}`,
		sampler: 'Échantillonneur',
		scheduler: 'Planificateur',
		shift: 'Décalage',
		temperature: 'Température',
		temperatureHint: 'Plus haute : chaque piste agit moins loin',
		topk: 'Top k',
		topkHint: 'Pistes qui peuvent agir sur un même endroit',
		draftHint:
			'Un brouillon déplace l’image elle-même : prompt, graine et échantillonneur comptent avec ComfyUI.',
		notOnServer: (value) => `Ce ComfyUI n’a pas ${value}`,
		changed: (field) => `Modifier ${field.toLowerCase()}`,
	},

	models: {
		title: 'Modèles',
		diffusion: 'Modèle de diffusion',
		weightType: 'Type des poids',
		textEncoder: 'Encodeur de texte',
		vae: 'VAE',
		clipVision: 'CLIP vision',
		allFound: 'Les quatre sont là',
		missing: (count) => plural(count, 'manquant', 'manquants'),
		missingFile: (file, folder) =>
			`Placez ${file} dans models/${folder} puis vérifiez à nouveau, ou choisissez-en un autre`,
		noServer: 'Connectez-vous à ComfyUI pour choisir parmi ses modèles.',
		checkAgain: 'Vérifier à nouveau',
	},

	connect: {
		title: 'Se connecter à ComfyUI',
		server: 'Serveur',
		otherAddress: 'Autre adresse',
		address: 'Adresse',
		addressPlaceholder: 'http://127.0.0.1:8188',
		throughApp: 'à travers cette application',
		direct: 'direct',
		sameOrigin: 'sert cette page',
		check: 'Vérifier',
		checkAgain: 'Vérifier à nouveau',
		health: 'État',
		serverRow: 'Serveur',
		gpuRow: 'Carte graphique',
		nodesRow: 'Nœuds',
		modelsRow: 'Modèles',
		checking: 'Vérification',
		notChecked: 'Pas encore vérifié',
		version: (version, ms) =>
			`ComfyUI ${version ?? 'de version inconnue'}, a répondu en ${Math.round(ms)} ms`,
		gpu: (name, free, total) =>
			`${name}, ${free.replace('.', ',')} Go libres sur ${total.replace('.', ',')}`,
		noGpu: 'Il n’annonce aucune carte graphique',
		freeMemory: 'Libérer la mémoire',
		freed: 'ComfyUI libérera sa mémoire dès qu’il sera au repos',
		allNodes: (count) => `Les ${count} dont le plan a besoin`,
		missingNodes: (names) =>
			`Manquent : ${names}. Mettez ComfyUI à jour : ils en font partie depuis 2025.`,
		allModels: (count) => `Les ${count} trouvés`,
		missingModels: (found, all) =>
			`${found} sur ${all} trouvés. Ajoutez ce qui manque, puis vérifiez à nouveau :`,
		goesIn: 'va dans',
		copyName: 'Copier le nom',
		copyCommand: 'Copier la commande',
		badAddress: {
			empty: 'Saisissez l’adresse d’un ComfyUI',
			notAUrl: 'Ce n’est pas une adresse. Exemple : http://127.0.0.1:8188',
			notHttp: 'L’adresse commence par http:// ou https://',
			credentials: 'Retirez le nom et le mot de passe de l’adresse',
		},
		originText: (url, pageOrigin) =>
			`${url} répond, mais pas aux pages de ${pageOrigin}. Deux solutions :`,
		wayThroughApp: 'Passer par cette application',
		wayThroughAppText: 'Relancez-la avec l’adresse. Rien à changer dans ComfyUI.',
		wayAllow: 'Autoriser cette page dans ComfyUI',
		wayAllowText: 'Ajoutez ceci au lancement de ComfyUI, puis vérifiez à nouveau.',
		untilThen: 'D’ici là, les brouillons marchent sans ComfyUI.',
		useDraft: 'Utiliser le brouillon',
		connect: 'Se connecter',
		connectBlocked: 'Vérifiez d’abord une adresse qui répond',
	},

	jobs: {
		results: 'Résultats',
		tray: 'Bande des résultats',
		name: (engine, number) => `${engine === 'draft' ? 'Brouillon' : 'Rendu'} ${number}`,
		empty: 'Pas encore de résultat',
		emptyDraft: 'Un brouillon prend quelques secondes.',
		emptyComfy:
			'Un rendu prend environ 8 minutes sur une carte de 24 Go (supposition jusqu’à votre premier).',
		geometryOnly: 'Géométrie seule',
		took: (ms) => `en ${duration(ms)}`,
		sameAs: (number) =>
			number === undefined ? 'Comme un rendu précédent' : `Comme le rendu ${number}`,
		queued: 'En attente',
		ahead: (count) => `En attente, ${count} devant`,
		sending: 'Envoi de l’image',
		finishing: 'Récupération de la vidéo',
		starting: 'Démarrage',
		running: (percent, left) => (left ? `${percent}, ${left}` : percent),
		assumed: 'supposé',
		stalled: (ms) => `Sans nouvelles depuis ${duration(ms)}`,
		failed: (reason) => `Échec : ${reason}`,
		cancelled: 'Annulé',
		lost: 'Perdu : le serveur l’a oublié',
		cancel: 'Annuler',
		retry: 'Réessayer',
		remove: 'Supprimer',
		open: (name, state) => `${name}, ${state}`,
		progress: (name) => `Avancement de ${name}`,
	},

	run: {
		region: 'Rendu',
		preview: 'Aperçu de l’échantillonnage',
		previewLabel: 'première image, de plus en plus nette',
		previewAlt: 'Ce que l’échantillonneur a déjà de la première image',
		noPreview: 'La première image vient avec la première étape',
		step: (value, max) => `étape ${value} sur ${max}`,
		stop: 'Arrêter le rendu',
		close: 'Revenir à l’image',
		elapsed: 'Écoulé',
		perStep: 'Par étape',
		node: 'Nœud',
		lastNews: 'Dernières nouvelles',
		ago: (ms) => `il y a ${duration(ms)}`,
		progress: 'Avancement',
		assumption: 'Environ 8 min sur une carte de 24 Go',
		assumptionNote: 'Une supposition jusqu’à ce que le premier rendu soit mesuré',
		stallTitle: (ms) => `Sans nouvelles depuis ${duration(ms)}`,
		stallText: 'ComfyUI travaille peut-être encore. Le rendu continue.',
		keepEditing:
			'Continuez à dessiner. Ce rendu garde le plan tel qu’il était quand vous avez lancé.',
		thisRun: 'Ce rendu',
		steps: {
			uploading: 'Envoyer l’image de départ',
			pending: 'Attendre dans la file',
			running: 'Échantillonner',
			finishing: 'Récupérer la vidéo',
		},
		draftSteps: { running: 'Déplacer l’image', finishing: 'Écrire la vidéo' },
		done: 'fait',
		now: 'en cours',
		frame: 'Cadre',
		frameValue: (width, height, length) =>
			`${width} × ${height}, ${plural(length, 'image', 'images')}`,
		tracks: 'Pistes',
		tracksValue: (moving, pins) => `${moving} en mouvement, ${plural(pins, 'épingle', 'épingles')}`,
		stepsCfg: 'Étapes, CFG',
		sampler: 'Échantillonneur',
		seed: 'Graine',
		cancelledTitle: 'Annulé',
		cancelledText: 'Rien n’est perdu : le plan est resté tel quel.',
	},

	player: {
		region: 'Lecteur',
		play: 'Lire',
		pause: 'Pause',
		previous: 'Image précédente',
		next: 'Image suivante',
		loop: 'Boucle',
		scrub: 'Image',
		speed: 'Vitesse',
		showTracks: 'Pistes',
		showTracksHint: 'Dessiner les pistes prévues sur la vidéo',
		frameOf: (index, count) => `image ${index + 1} sur ${count}`,
		draftLabel: 'brouillon : géométrie seule',
		draftHint: 'L’image déplacée par vos pistes, sans le modèle',
		sameAs: (number) =>
			number === undefined
				? 'Comme un rendu précédent, rien n’a été calculé'
				: `Comme le rendu ${number}, rien n’a été calculé`,
		useNewSeed: 'Utiliser une nouvelle graine',
		downloadVideo: 'Télécharger la vidéo',
		downloadFrames: 'Télécharger les images',
		downloadTracks: 'Télécharger les pistes',
		packing: (percent) => `Extraction des images, ${percent}`,
		stopPacking: 'Arrêter l’extraction',
		packFailed: 'Les images n’ont pas pu être extraites',
		useShot: 'Reprendre ce plan',
		remove: 'Supprimer',
		close: 'Revenir à l’image',
		loading: 'Ouverture de la vidéo',
		noVideo: 'La vidéo de ce résultat a disparu',
		noVideoText: 'Le navigateur a peut-être vidé son stockage. Reprenez le plan pour la refaire.',
		pictures: 'Un ZIP d’images au lieu d’une vidéo',
		picturesText:
			'Ce navigateur n’écrit pas de vidéos ici. Téléchargez le ZIP : il contient un PNG par image de la vidéo.',
		unplayable: 'Ce navigateur ne sait pas lire la vidéo',
		unplayableText: 'Téléchargez-la et ouvrez-la dans un autre lecteur.',
	},
};

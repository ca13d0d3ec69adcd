import type { CliMessages } from '../cliMessages.ts';

export const cli: CliMessages = {
	error: 'erreur',
	warning: 'avertissement',
	hint: 'conseil',
	note: 'note',
	interrupted: 'Interrompu.',
	files: {
		unreadable: (path, reason) => `${path} est illisible : ${reason}.`,
		tooLarge: (path, megabytes) =>
			`${path} pèse ${megabytes} Mo, c’est trop pour un fichier de cette sorte.`,
		notWritable: (path, reason) => `${path} ne peut pas être écrit : ${reason}.`,
		isFolder: (path) => `${path} est un dossier ; il faut un nom de fichier.`,
		notAFile: (path) => `${path} est un périphérique ou un tube ; il faut un fichier.`,
		noFolder: (path) => `Le dossier de ${path} n’existe pas.`,
		inFile: (path, problem) => `${path} : ${problem}`,
		wrote: (path, what) => `${path} écrit (${what})`,
	},
	shot: {
		noPicture: (path) => `${path} n’apporte pas d’image. Donnez l’image de départ avec --image.`,
		frame: (width, height, length) =>
			`${width} x ${height}, ${length} image${length < 2 ? '' : 's'}`,
		tracks: (count) => `${count} piste${count < 2 ? '' : 's'}`,
		checkedFor: (path, tracks, frame) => `${path} : ${tracks}, vérifié pour ${frame}`,
		badOption: (option, problem) =>
			`${option} ${{ tooSmall: 'est trop petit', tooLarge: 'est trop grand', notAllowed: 'a une valeur interdite' }[problem]}.`,
		frameOutside: (frame, last) =>
			`--frame ${frame} est hors du plan : les images vont de 0 à ${last}.`,
		findingsStop: 'Le plan a des erreurs ; rien n’a été envoyé. Corrigez-les et recommencez.',
		mend: (fixes) => `Pour corriger : ${fixes}.`,
	},
	validate: {
		allGood: 'rien à corriger',
		summary: (files, errors) =>
			`${files} fichier${files < 2 ? '' : 's'}, ${errors} erreur${errors < 2 ? '' : 's'}`,
		bareWorkflow: 'Un workflow ComfyUI sans pistes : elles y sont mises au rendu.',
		passedOver: (files) =>
			`${files} fichier${files < 2 ? ' contient' : 's contiennent'} autre chose : non vérifié${files < 2 ? '' : 's'}.`,
		fixNeedsOutput: '--fix et -o vont ensemble : ce qui est corrigé va dans un autre fichier.',
		fixed: (track, fix) =>
			track === undefined ? `corrigé : ${fix}` : `corrigé : ${track} : ${fix}`,
		fixes: (count) => `${count} correction${count < 2 ? '' : 's'}`,
		readOnly: (format) =>
			`Les pistes de ${format} se lisent mais ne s’écrivent pas. Nommez un autre fichier avec -o, comme corrige.json.`,
	},
	generate: {
		start: (server, what, seeds) => `${server} : ${what}, graine ${seeds}`,
		seed: (seed) => `Graine ${seed}`,
		seedOrSeeds: '--seed et --seeds s’excluent.',
		notWithDraft:
			'--workflow, --seeds et --resume concernent ComfyUI : un brouillon est toujours le même.',
		nothingToResume: 'Aucun rendu de ce plan n’était en suspens. Un nouveau commence.',
		leftBehind: (promptId) =>
			`Un rendu précédent, ${promptId}, est peut-être encore sur le serveur. --resume l’aurait repris.`,
		uploading: 'Envoi de l’image',
		submitting: 'Envoi du rendu',
		pending: (ahead) => (ahead === undefined ? 'En file' : `En file, ${ahead} avant`),
		running: 'Rendu',
		finishing: 'Récupération de la vidéo',
		sent: (promptId) => `Le rendu est ${promptId}.`,
		step: (value, max) => `${value}/${max}`,
		stalled: (minutes) =>
			`Sans nouvelles depuis ${minutes} min. ComfyUI travaille peut-être encore ; le rendu continue.`,
		newsAgain: 'Des nouvelles à nouveau.',
		stopping: 'Arrêt du rendu sur le serveur. Ctrl-C encore une fois pour partir aussitôt.',
		left: 'Parti aussitôt.',
		leftRun: (promptId) =>
			`Parti aussitôt : le rendu ${promptId} est peut-être encore sur le serveur.`,
		cached: 'ComfyUI avait déjà cette vidéo : rien n’a été calculé.',
		lost: 'ComfyUI ne connaît plus ce rendu : il a été redémarré, ou sa file et son historique ont été vidés.',
		otherKind: (path, extension) =>
			`${path} ne se termine pas par .${extension}, ce que le serveur a produit.`,
		video: (frames, fps, width, height) => `${width} x ${height}, ${frames} images à ${fps} i/s`,
		fewerFrames: (got, asked) => `Le serveur a fait ${got} images au lieu de ${asked}.`,
	},
	result: {
		framesNotEmpty: (path) => `${path} contient autre chose que des images : rien n’y est ajouté.`,
		frames: (count) => `${count} image${count < 2 ? '' : 's'}`,
		measuring: 'Mesure',
		followed: (meanErrorPx, acc5) =>
			meanErrorPx === null || acc5 === null
				? 'Les pistes n’ont pas pu être suivies dans la vidéo.'
				: `La vidéo suit ses pistes à ${meanErrorPx.toFixed(1)} px près en moyenne, ${Math.round(acc5 * 100)} % à moins de 5 % de la diagonale.`,
	},
	workflow: {
		couldBe: 'peut-être',
		nodes: (name, nodes) => `${name} : ${nodes} nœud${nodes < 2 ? '' : 's'}`,
		foreign: (classes) => `Nœuds que notre propre graphe n’utilise pas : ${classes}`,
		needsServer:
			'Ce fichier est tel que la page de ComfyUI l’enregistre : un serveur doit dire ce que prennent ses nœuds. Donnez --comfyui ou --object-info, ou exportez-le là-bas avec Export (API).',
		noField: (bind, fields) => `--bind ${bind} : FIELD est l’un de ${fields}.`,
		noNode: (node) => `--bind : aucun nœud, ou plus d’un, ne s’appelle ${node}.`,
		noPlace: (place, places) => `--bind : il n’y a pas d’entrée ${place}. Il y a : ${places}.`,
		bindNeedsWorkflow: '--bind dit où va un plan dans un --workflow.',
		noPlaceForTracks:
			'Aucune entrée ne prend de pistes, pour autant qu’on devine. Nommez-la : --bind tracks=NODE.INPUT ; wan-ati workflow inspect les liste.',
		giveIt: 'Donnez son fichier avec --workflow.',
	},
	batch: {
		busy: (path, pid) => `Le processus ${pid} travaille déjà sur ${path}.`,
		notYaml: (problem) => `Ce n’est pas du YAML : ${problem}`,
		planError: {
			notAPlan: () => 'Un plan de travail est une liste de tâches, ou a jobs, defaults ou grid.',
			noJobs: () => 'Il n’y a pas de tâche.',
			noTracks: (place) => `${place} n’a pas de pistes.`,
			unknownKey: (place) => `${place} n’a pas sa place ici.`,
			wrongValue: (place) => `${place} a une valeur interdite.`,
			tooManyJobs: (place) => `Avec ${place}, il y a plus de 10 000 tâches.`,
			twoNames: (place) => `${place} a le nom d’une autre tâche.`,
		},
		checking: 'Vérification',
		noMetrics:
			'Les vidéos ne sont pas mesurées : il manque les paquets média facultatifs (wan-ati doctor donne la ligne qui les installe).',
		goesOn: (earlier, all) => `${earlier} vidéo${earlier < 2 ? '' : 's'} sur ${all} sont déjà là.`,
		progress: (over, all) => `${over} sur ${all}`,
		planned: (group, name, output) => `${group}. ${name} -> ${output}`,
		again: (server, seconds) => `Nouvel essai sur ${server} dans ${seconds} s.`,
		stopping:
			'Arrêt des rendus sur les serveurs. Ctrl-C encore une fois pour partir aussitôt ; la même commande continue plus tard.',
		left: 'Parti aussitôt. La même commande reprend les rendus restés sur les serveurs.',
		doneOf: (done, all) => `${done} vidéo${done < 2 ? '' : 's'} sur ${all} sont là.`,
		seconds: (seconds) =>
			seconds < 60
				? `${seconds} s`
				: `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`,
		seed: (seed) => `graine ${seed}`,
		adherence: (acc5, meanErrorPx) =>
			`${Math.round(acc5 * 100)} % à moins de 5 %${meanErrorPx === null ? '' : `, écart ${meanErrorPx.toFixed(1)} px`}`,
		status: {
			done: 'fait',
			failed: 'échoué',
			invalid: 'impossible',
			cancelled: 'arrêté',
			lost: 'perdu par le serveur',
			waiting: 'pas commencé',
		},
	},
	metrics: {
		noVideos: 'Il n’y a pas de vidéo.',
		oneMeasured: '--measured va avec une seule vidéo.',
		visibilityAlone: '--visibility va avec --measured.',
		noTracks: 'Nommez ses pistes avec --tracks, ou placez-les à côté sous NOM.json.',
		page: {
			errorOverTime: 'Écart au plan, px',
			frame: 'image',
			compared: 'Comparaison',
		},
	},
	doctor: {
		node: (version) => `Node ${version}`,
		updateNode: (oldest) => `Installez Node ${oldest} ou plus récent.`,
		media: 'Images et vidéos se lisent et s’écrivent.',
		mediaMissing: (names) => `Paquets facultatifs absents : ${names}`,
		disk: (gibibytes) => `${gibibytes.toFixed(1)} Gio libres sur ce disque`,
		diskUnknown: 'La place libre sur ce disque n’est pas connue.',
		makeRoom: 'Faites de la place : les vidéos et leurs images sont écrites ici.',
		answers: 'Il répond.',
		startIt: 'Démarrez ComfyUI, ou donnez son adresse avec --comfyui.',
		version: (version) => `ComfyUI ${version}`,
		versionUnknown: 'Il ne dit pas sa version.',
		updateComfy: (oldest) =>
			`Mettez ComfyUI à jour : ${oldest} est la plus ancienne version testée.`,
		gpu: (name, total, free) => `${name} : ${total.toFixed(1)} Gio, ${free.toFixed(1)} Gio libres`,
		smallGpu:
			'Prenez un modèle fp8, une petite taille et peu d’images ; beaucoup passe en mémoire centrale.',
		nodes: (count) => `Les ${count} types de nœuds de notre workflow sont là.`,
		models: (files) => `Tous les modèles sont là : ${files}`,
		missingNodes: (classes) => `Ces types de nœuds manquent : ${classes}`,
		missingModel: (file) => `Un modèle manque : ${file}`,
		putModel: (file, folder, candidate) =>
			`Mettez ${file} dans ${folder}${candidate === undefined ? '' : `, ou utilisez ${candidate}, qui est là`}.`,
		refusesValue: (input, value) => `Il n’accepte pas ${value} pour ${input}.`,
		originPasses: (origin) => `Il répond aux pages de ${origin}.`,
		originRefused: (origin) => `Il ne répond pas aux pages de ${origin}.`,
		originUnknown: (reason) => `Impossible de savoir s’il répond aux pages des autres : ${reason}`,
		allowOrigin: (origin, server) =>
			`Ouvrez l’application par wan-ati serve --comfyui ${server}, ou démarrez ComfyUI avec --enable-cors-header ${origin} (jamais *).`,
		verdict: (isWell) =>
			isWell ? 'Tout est prêt pour faire des vidéos.' : 'Corrigez d’abord ce qui est en erreur.',
	},
};

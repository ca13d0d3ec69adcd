import type { LinkMessages } from '../messages.ts';

const count = (n: number, one: string, many: string) => `${n} ${n < 2 ? one : many}`;

export const link: LinkMessages = {
	checks: {
		title: 'ComfyUI',
		ready: 'prêt',
		toMend: (n) => `${n} à corriger`,
		allWell: 'Il a tout ce qu’il faut pour ce plan.',
		asking: 'Vérification de ce qu’il contient',
		list: 'Vérifications du serveur',
		missingNodes: 'Des nœuds manquent',
		missingNodesText: (names) => `${names}. Mettez ComfyUI à jour, puis vérifiez à nouveau.`,
		foreignNodesText: (names) =>
			`${names}. Mettez ComfyUI à jour ou installez leur extension, puis vérifiez à nouveau.`,
		missingFile: (file) => `${file} manque`,
		missingFileText: (usedBy, folder) => `${usedBy} l’attend dans models/${folder}.`,
		use: (file) => `Utiliser ${file}`,
		copyName: 'Copier le nom',
		checkAgain: 'Vérifier à nouveau',
		takeOut: 'Le retirer',
		show: 'Montrer',
		missingInput: (node, input) => `${node} demande ${input}`,
		missingInputText: 'Ce ComfyUI demande une entrée que le graphe ne donne pas.',
		badValue: (node, input) => `${node} : ${input}`,
		notAChoice: (value) => `Ce ComfyUI n’a pas ${String(value)}`,
		belowMin: (value, min) => `${String(value)} est sous son minimum, ${String(min)}`,
		aboveMax: (value, max) => `${String(value)} dépasse son maximum, ${String(max)}`,
		uploadTooLarge: 'L’image est plus grande que ce que ComfyUI accepte',
		uploadTooLargeText: (megabytes, limit) =>
			`${megabytes.replace('.', ',')} Mo, et il accepte ${limit} Mo. Réduisez le cadre.`,
		oldServer: (version) => `ComfyUI ${version} est ancien`,
		oldServerText: (oldest) =>
			`L’application est testée à partir de ${oldest}. Cela peut marcher ; mettre à jour est plus sûr.`,
		nothingAhead: 'Rien avant vous',
		ahead: (runs) => `${count(runs, 'rendu', 'rendus')} avant`,
		wait: (time) => `commence dans ${time}`,
		waitAssumed: 'une supposition',
		showQueue: 'File d’attente',
	},

	queue: {
		title: (server) => `File d’attente de ${server}`,
		onServer: 'Sur le serveur',
		here: 'En attente ici',
		idle: 'Rien n’y tourne et rien n’y attend.',
		asking: 'Lecture de sa file d’attente',
		other: 'Un rendu de quelqu’un d’autre',
		running: 'en cours',
		pending: (ahead) => `${count(ahead, 'rendu', 'rendus')} avant`,
		cancel: (name) => `Annuler ${name}`,
		earlier: (name) => `Commencer ${name} plus tôt`,
		first: (name) => `Commencer ${name} en premier`,
		later: (name) => `Commencer ${name} plus tard`,
		memory: 'Mémoire de la carte graphique',
		memoryText: 'Décharge les modèles ; le rendu suivant les recharge.',
		before: 'avant',
		after: 'après',
		whenIdle: 'dès que ComfyUI est libre',
		free: (free, total) => `${free.replace('.', ',')} sur ${total.replace('.', ',')} Go libres`,
	},

	loras: {
		title: 'LoRA',
		none: 'aucun',
		add: 'Ajouter un LoRA',
		name: (place) => `LoRA ${place}`,
		strength: (place) => `Force du LoRA ${place}`,
		strengthShort: 'Force',
		remove: (name) => `Retirer ${name}`,
		noneOnServer: 'Ce ComfyUI n’a aucun fichier dans models/loras.',
		noServer: 'Connectez ComfyUI pour choisir parmi ses LoRA.',
		notThere: 'Absent de ce ComfyUI',
		changed: 'Changer les LoRA',
	},

	presets: {
		label: 'Préréglage des étapes',
		own: 'Valeurs propres',
		detail: (steps, cfg) => `${steps} étapes, CFG ${cfg}`,
		save: 'Garder ces étapes et ce CFG',
		saveTitle: 'Garder étapes et CFG',
		name: 'Nom',
		placeholder: 'LoRA rapide',
		keep: 'Garder',
		remove: (name) => `Supprimer ${name}`,
		apply: 'Utiliser le préréglage',
		needName: 'Donnez-lui d’abord un nom',
	},

	servers: {
		list: 'Serveurs',
		next: 'prochain rendu',
		hasAll: 'a tout ce qu’il faut',
		remove: (name) => `Oublier ${name}`,
	},

	files: {
		left: 'Laissé là-bas',
		lora: 'LoRA',
		short: (made, asked) =>
			`${made} ${made < 2 ? 'image' : 'images'} sur ${asked} : ComfyUI a fait une vidéo plus courte que ce que le plan demande.`,
		toTemp: 'Mettre les images de départ dans le dossier temp de ComfyUI',
		toTempText:
			'ComfyUI ne sait pas supprimer un envoi : un fichier par image reste dans son dossier input. Le dossier temp est vidé à son démarrage.',
	},

	log: {
		show: 'Journal du rendu',
		title: (name) => `Journal de ${name}`,
		description:
			'Gardé sur cet ordinateur, le dernier mégaoctet de tous les rendus. Jetons et dossiers du serveur sont omis.',
		empty: 'Rien n’a été noté de ce rendu.',
		copy: 'Copier le journal',
		report: 'Signaler un problème',
		reportText:
			'Enregistre un fichier texte : versions, réglages avec le prompt, vérifications et ce journal.',
	},

	plainHttp:
		'En http simple les brouillons et l’extraction des images sont plus lents, et le stockage peut être effacé : ouvrez cette page sur localhost ou en https.',
};

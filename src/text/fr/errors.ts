import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
	actions: {
		checkAgain: 'Vérifier à nouveau',
		useDraft: 'Utiliser le brouillon',
		copyCommand: 'Copier la commande',
		copyName: 'Copier le nom',
		freeMemory: 'Libérer la mémoire',
		retry: 'Réessayer',
		showField: 'Montrer',
	},
	stalled: {
		title: (minutes) => `Sans nouvelles depuis ${minutes} min`,
		text: 'ComfyUI travaille peut-être encore. Le rendu continue.',
		keepWaiting: 'Attendre encore',
	},
	lost: {
		title: 'ComfyUI ne connaît plus ce rendu',
		text: 'Il a été redémarré, ou sa file et son historique ont été vidés. Votre plan est intact.',
	},
	engine: (error, run) => {
		switch (error.kind) {
			case 'unreachable':
				return {
					title: 'ComfyUI ne répond pas',
					text: error.url
						? `Rien à l’adresse ${error.url}. Est-il démarré ? Votre plan est intact.`
						: 'Aucun ComfyUI n’est configuré. Votre plan est intact.',
					actions: ['checkAgain', 'useDraft'],
				};
			case 'origin':
				return {
					title: 'ComfyUI refuse cette page (403)',
					text: `Il répond, mais pas aux pages de ${error.pageOrigin}. Démarrez cette application avec \`--comfyui ${error.url}\`, ou ComfyUI avec \`--enable-cors-header ${error.pageOrigin}\` (l’origine exacte de cette page, jamais \`*\`).`,
					actions: ['copyCommand', 'checkAgain', 'useDraft'],
					copy: `--enable-cors-header ${error.pageOrigin}`,
				};
			case 'http':
				return {
					title: `ComfyUI a répondu par une erreur (${error.status})`,
					text: sentences(`À l’adresse ${error.url}.`, error.text),
					actions: ['retry'],
				};
			case 'protocol':
				return {
					title: 'Cela ne ressemble pas à ComfyUI',
					text: sentences(`${error.url} répond d’une façon inconnue.`, error.detail),
					actions: ['checkAgain', 'useDraft'],
				};
			case 'missingNodes':
				return {
					title: error.classes.length === 1 ? 'Il manque un nœud' : 'Il manque des nœuds',
					text: `Ce ComfyUI n’a pas ${error.classes.join(', ')}. Mettez ComfyUI à jour, puis vérifiez à nouveau.`,
					actions: ['copyName', 'checkAgain'],
					copy: error.classes.join(', '),
				};
			case 'missingModel':
				return {
					title: 'Il manque un modèle',
					text: `Placez \`${error.file}\` dans \`models/${error.folder}\`, puis vérifiez à nouveau.`,
					actions: ['copyName', 'checkAgain'],
					copy: error.file,
				};
			case 'validation':
				return {
					title: 'ComfyUI n’accepte pas ces réglages',
					text:
						error.problems
							.map((p) => [[p.node, p.input].filter(Boolean).join(', '), p.message])
							.map((parts) => parts.filter(Boolean).join(' : '))
							.join('\n') || 'Il n’a pas dit lesquels.',
					actions: error.problems.some((p) => p.field) ? ['showField', 'retry'] : ['retry'],
				};
			case 'execution':
				return {
					title: `${run ?? 'Le rendu'} s’est arrêté dans ${error.node || 'ComfyUI'}`,
					text: error.outOfMemory
						? 'Mémoire du GPU épuisée. Libérez-la, ou réduisez l’image.'
						: [error.exception, error.message].filter(Boolean).join(' : ') ||
							'ComfyUI n’a pas dit pourquoi ; voyez sa console.',
					actions: error.outOfMemory ? ['freeMemory', 'retry'] : ['retry'],
				};
			case 'interrupted':
				return {
					title: `${run ?? 'Le rendu'} a été arrêté sur le serveur`,
					text: 'Quelqu’un d’autre l’y a interrompu.',
					actions: ['retry'],
				};
			case 'noVideo':
				return {
					title: `${run ?? 'Le rendu'} s’est terminé sans vidéo`,
					text: sentences('ComfyUI a fini, mais il n’y a pas de vidéo à récupérer.', error.detail),
					actions: ['retry'],
				};
			case 'outputGone':
				return {
					title: `La vidéo de ${run ?? 'ce rendu'} n’est plus dans ComfyUI`,
					text: error.fromCache
						? `Rien n’a été calculé : ComfyUI a désigné la vidéo d’un rendu antérieur, \`${error.file}\`, supprimée depuis. Changez de graine ou libérez la mémoire de ComfyUI, puis réessayez.`
						: `Elle a été produite sous le nom \`${error.file}\` puis supprimée avant d’être récupérée.`,
					actions: error.fromCache ? ['freeMemory', 'retry'] : ['retry'],
				};
			case 'notSent':
				return {
					title: `${run ?? 'Le rendu'} n’a pas été envoyé`,
					text: `La page a été fermée pendant l’envoi, et ${error.url} n’en sait rien. Votre plan est intact.`,
					actions: ['retry'],
				};
			case 'missingWorkflow':
				return {
					title: 'Le workflow de ce plan n’est pas ici',
					text: `Il a été importé sur un autre ordinateur, ou supprimé (${error.workflow}). Importez-le de nouveau, ou choisissez-en un autre.`,
					actions: [],
				};
			case 'upload':
				return {
					title: 'L’image de départ n’a pas pu être envoyée',
					text:
						error.status === 413
							? 'Elle dépasse ce que ComfyUI accepte. Réduisez l’image.'
							: sentences(`ComfyUI a répondu ${error.status}.`, error.text),
					actions: ['retry'],
				};
			case 'unsupported':
				return {
					title: 'Ce navigateur ne sait pas faire cela',
					text: `Il lui manque ${error.what}. Un Chrome, Edge ou Firefox récent l’a.`,
					actions: [],
				};
			case 'image':
				return {
					title: 'L’image de départ est illisible',
					text: sentences('Choisissez l’image à nouveau, puis réessayez.', error.detail),
					actions: ['retry'],
				};
			case 'internal':
				return {
					title: 'Une erreur est survenue dans cette application',
					text: sentences('Votre plan est intact.', error.detail),
					actions: ['retry'],
				};
		}
	},
};

const sentences = (ours: string, theirs: string): string =>
	theirs.trim() === '' ? ours : `${ours} ${theirs.trim()}`;

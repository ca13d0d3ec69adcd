import type { Messages } from '../messages.ts';

const mebioctets = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} Mo`;

export const workflow: Messages['workflow'] = {
	error: (error) => {
		switch (error.kind) {
			case 'notJson':
				return `Ce n’est pas du JSON : ${error.detail}`;
			case 'notAWorkflow':
				return `Ce n’est pas un workflow ComfyUI : ${error.detail} (${error.place}).`;
			case 'notObjectInfo':
				return `Ce n’est pas ce que ComfyUI répond à /object_info : ${error.detail}.`;
			case 'tooLarge':
				return `Le fichier fait ${mebioctets(error.bytes)} ; les workflows sont lus jusqu’à ${mebioctets(error.limit)}.`;
			case 'tooDeep':
				return `Le fichier s’imbrique sur plus de ${error.limit} niveaux.`;
			case 'tooManyNodes':
				return `Sous-graphes développés, le workflow compte ${error.nodes} nœuds ; la limite est de ${error.limit}.`;
			case 'subgraphsTooDeep':
				return `Les sous-graphes s’imbriquent sur plus de ${error.limit} niveaux, au nœud ${error.place}.`;
			case 'subgraphCycle':
				return `Le sous-graphe « ${error.name} » se contient lui-même, au nœud ${error.place}.`;
			case 'linkCycle':
				return `Le lien de « ${error.input} » du nœud ${error.place} revient sur lui-même.`;
			case 'notFinite':
				return `« ${error.input} » du nœud ${error.place} est un nombre hors de toute limite.`;
			case 'duplicateNode':
				return `Deux nœuds portent l’identifiant ${error.place}.`;
			case 'noWorkflow':
				return 'Le fichier ne contient aucun workflow. ComfyUI tourne peut-être avec --disable-metadata, ou un site l’a retiré.';
			case 'unknownFile':
				return 'Ce n’est pas un fichier que ComfyUI enregistre.';
		}
	},
	unknownClass: (name) => `classe inconnue ${name}`,
	note: (note) => {
		switch (note.kind) {
			case 'alreadyApi':
				return 'Le fichier est déjà au format API.';
			case 'unknownClass':
				return `Nœud ${note.node} : classe inconnue ${note.class}.`;
			case 'controlSlotMissing':
				return note.healed
					? `Nœud ${note.node} : la valeur de son contrôle manque ; les autres ont été lues autour.`
					: `Nœud ${note.node} : la valeur de son contrôle manque, ComfyUI lit donc les autres décalées d’une place.`;
			case 'primitiveWithoutTarget':
				return `Nœud ${note.node} : cette primitive n’atteint aucun widget ; ses cibles gardent leurs valeurs.`;
			case 'getWithoutSet':
				return `Nœud ${note.node} : rien ne définit « ${note.name} ».`;
			case 'staleProxyWidget':
				return `Nœud ${note.node} : le widget « ${note.widget} » qu’il montre n’existe plus.`;
			case 'groupNode':
				return note.missingClasses.length > 0
					? `Nœud ${note.node} : le groupe « ${note.name} » contient des classes inconnues : ${note.missingClasses.join(', ')}.`
					: `Nœud ${note.node} : la définition du groupe « ${note.name} » manque dans le fichier.`;
		}
	},
};

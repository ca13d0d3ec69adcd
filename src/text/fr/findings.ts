import type { AtiError, AtiNote, FoundValue } from '#core/formats/atiTypes.ts';
import type { ProjectError, ProjectProblem } from '#core/formats/projectFile.ts';
import type { Messages } from '../messages.ts';

const problems: Readonly<Record<ProjectProblem, string>> = {
	missing: 'manque',
	wrongType: 'a le mauvais type',
	tooSmall: 'est trop petit',
	tooLarge: 'est trop grand',
	notAllowed: 'a une valeur non permise',
	duplicate: 'est utilisé deux fois',
	endBeforeStart: 'précède le début',
	notBase64: 'est abîmé',
};

const found: Readonly<Record<FoundValue, string>> = {
	null: 'null',
	NaN: 'NaN',
	Infinity: 'infini',
	text: 'un texte',
	boolean: 'vrai ou faux',
	number: 'un nombre',
	list: 'une liste',
	pair: 'une paire de nombres',
	object: 'un objet',
};

export const findings: Messages['findings'] = {
	noImage: {
		title: () => "Pas d'image de départ",
		detail: () => 'Déposez une image sur le canevas ; la vidéo commence par elle.',
	},
	noTracks: {
		title: ({ hidden }) =>
			hidden === 0 ? 'Pas encore de piste' : 'Toutes les pistes sont masquées',
		detail: ({ hidden }) =>
			hidden === 0
				? 'Tracez un chemin à la plume ; sans lui, ComfyUI rend une vidéo qui ne suit rien.'
				: 'Les pistes masquées sont omises ; sans aucune, ComfyUI rend une vidéo qui ne suit rien.',
	},
	lengthTooShort: {
		title: ({ length }) => `${length} image${length === 1 ? '' : 's'}, trop peu`,
		detail: () => 'Le modèle veut au moins 5 images.',
	},
	lengthNot4nPlus1: {
		title: ({ length }) => `${length} images ne marchent pas`,
		detail: () => "ComfyUI échoue si durée - 1 n'est pas un multiple de 4.",
	},
	lengthMultipleOf120: {
		title: ({ length }) => `${length} images ne marchent pas`,
		detail: () => 'ComfyUI échoue quand durée - 1 est un multiple de 120.',
	},
	sizeNotMultipleOf16: {
		title: ({ width, height }) => `${width} x ${height} ne convient pas au modèle`,
		detail: () =>
			'Largeur et hauteur doivent être des multiples de 16 ; sinon le dessin se décale.',
	},
	startOutsideFrame: {
		title: ({ track }) => `${track} commence hors du cadre`,
		detail: ({ x, y, atX, atY }) =>
			`Départ à ${x}, ${y} px. Le modèle entraînerait ce qui se trouve au bord, à ${atX}, ${atY} px.`,
	},
	startsTooClose: {
		title: ({ track, other }) => `${track} commence sur ${other}`,
		detail: ({ px, limit }) =>
			`${decimal(px)} px d'écart, moins de ${decimal(limit)} : les deux saisissent la même chose et leurs forces s'ajoutent.`,
	},
	tracksTooClose: {
		title: ({ track, other }) => `${track} rejoint ${other}`,
		detail: ({ px, limit, from, to }) =>
			`Jusqu'à ${decimal(px)} px de ${decimal(from)} s à ${decimal(to)} s ; sous ${decimal(limit)} px le modèle mélange les deux.`,
	},
	weightsOverlap: {
		title: ({ weight }) => `L'influence s'ajoute jusqu'à ${decimal(weight)}`,
		detail: ({ x, y, from }) =>
			`À ${x}, ${y} px dès ${decimal(from)} s. Le modèle a appris avec environ 1 ; bien au-dessus, l'image se défait.`,
	},
	topkClusters: {
		title: ({ topk }) => `Top k ${topk} additionne les pistes serrées`,
		detail: ({ extra }) =>
			`Plus de deux pistes au même endroit ajoutent ${decimal(extra)}. L'article et le nœud prennent 2.`,
	},
	tooFast: {
		title: ({ track }) => `${track} va trop vite`,
		detail: ({ px, from, to, limit }) =>
			`${decimal(px)} px en 2 images de ${decimal(from)} s à ${decimal(to)} s ; le modèle la perd au-dessus de ${decimal(limit)}.`,
	},
	movesTooLittle: {
		title: ({ track }) => `${track} ne bouge pas`,
		detail: ({ px }) =>
			`Elle parcourt ${decimal(px)} px ; le modèle ne voit rien sous 8. Elle sert d'épingle, faites-en une.`,
	},
	tooManyMoving: {
		title: ({ count }) => `${count} pistes en mouvement`,
		detail: ({ limit }) =>
			`Le modèle a appris avec ${decimal(limit)} au plus ; il peut en ignorer.`,
	},
	tooManyTracks: {
		title: ({ count }) => `${count} pistes`,
		detail: ({ limit }) => `Personne n'a rapporté de bonne vidéo avec plus de ${decimal(limit)}.`,
	},
	wiggle: {
		title: ({ track }) => `${track} tremble trop vite`,
		detail: ({ hertz, from, to }) =>
			`${decimal(hertz)} fois par seconde de ${decimal(from)} s à ${decimal(to)} s ; le modèle fait la moyenne de quatre images, au-dessus de 2 il ne voit rien.`,
	},
	stutter: {
		title: ({ track }) => `${track} est saccadée`,
		detail: ({ count }) => `Elle s'arrête ${count} fois un instant, comme avec des points doublés.`,
	},
	integerRounded: {
		title: ({ track }) => `${track} va par pixels entiers`,
		detail: () => 'Ses positions ont été arrondies ; un mouvement lent va par à-coups.',
	},
	flatStart: {
		title: ({ track }) => `${track} commence sur un endroit uni`,
		detail: () => "Tout autour se ressemble ; partez d'un bord ou d'un motif de ce qui bouge.",
	},
	uncoveredRegion: {
		title: ({ track }) => `${track} tient peu de ce qu'elle déplace`,
		detail: ({ percent }) =>
			`Environ ${percent} % ; le reste peut rester en place. Plusieurs pistes côte à côte déplacent le tout.`,
	},
	noPin: {
		title: () => 'La caméra pourrait bouger à la place',
		detail: ({ count }) =>
			`Les ${count} pistes vont dans le même sens et rien n'est épinglé : cela ressemble à un mouvement de caméra.`,
	},
	promptEmpty: {
		title: () => 'La description est vide',
		detail: () => 'Dites ce qui bouge et comment ; le modèle suit mieux quand les mots concordent.',
	},
	promptNoMotion: {
		title: () => 'La description ne dit rien du mouvement',
		detail: () => 'Dites ce qui bouge et comment ; le modèle suit mieux quand les mots concordent.',
	},
	fixes: {
		useLength: ({ length }) => `Prendre ${length}`,
		useSize: ({ width, height }) => `Prendre ${width} x ${height}`,
		showTracks: ({ count }) => (count === 1 ? 'Afficher la piste' : 'Afficher toutes les pistes'),
		moveStart: () => 'Rentrer le premier point',
		moveTrack: () => 'Rentrer la piste',
		moveApart: ({ track }) => `Écarter ${track}`,
		useTopk: ({ topk }) => `Prendre top k ${topk}`,
		slowDown: () => 'Ralentir',
		makePin: () => 'En faire une épingle',
		smoothTrack: () => 'Lisser',
		addTracks: ({ count }) => (count === 1 ? 'Ajouter une piste' : `Ajouter ${count} pistes`),
		addPins: ({ count }) => `Ajouter ${count} épingles`,
		addField: ({ count }) => `Ajouter ${count} pistes pour la caméra`,
	},
	severities: { error: 'Erreur', warning: 'Avertissement', hint: 'Conseil' },
	allGood: 'Rien à corriger',
	atiError: (error: AtiError): string => {
		switch (error.kind) {
			case 'empty':
				return 'Le fichier est vide.';
			case 'tooLong':
				return `Le fichier est trop grand : ${error.characters} caractères, ${error.limit} au plus sont lus.`;
			case 'notJson':
				return `Ce n'est pas du JSON${place(error)}. Des pistes s'écrivent [[{"x":1,"y":2}, ...], ...].`;
			case 'notAList':
				return `${error.path} est ${found[error.found]} ; il faut une liste : [[{"x":1,"y":2}, ...], ...].`;
			case 'noTracks':
				return 'La liste ne contient aucune piste.';
			case 'emptyTrack':
				return `${error.path} n'a aucun point. ComfyUI échoue sur une piste vide.`;
			case 'notAPoint':
				return `${error.path} est ${found[error.found]} ; un point s'écrit {"x":1,"y":2}.`;
			case 'missing':
				return `${error.path} n'a pas de ${error.key}.`;
			case 'badNumber':
				return `${error.path} est ${found[error.found]}.`;
			case 'outOfRange':
				return `${error.path} est ${error.value} ; la limite est de ${error.limit} px.`;
			case 'tooManyTracks':
				return `${error.count} pistes, c'est trop ; ${error.limit} au plus sont lues.`;
			case 'tooManyPoints':
				return `${error.path} a ${error.count} points ; ${error.limit} au plus sont lus.`;
		}
	},
	atiNote: (note: AtiNote): string => {
		switch (note.kind) {
			case 'bareTrack':
				return 'Une piste sans la liste extérieure : lue comme une seule piste.';
			case 'batches':
				return note.count === 1
					? 'Un lot de pistes : lu comme ses pistes.'
					: `${note.count} lots : seul le premier sert, comme dans ComfyUI avec un lot de 1.`;
			case 'singleQuotes':
				return 'Guillemets simples : lus comme doubles, comme le fait ComfyUI.';
			case 'numericStrings':
				return `${note.count} coordonnées étaient du texte : lues comme des nombres.`;
			case 'extraKeys':
				return `Omis, comme le fait ComfyUI : ${note.keys.join(', ')}.`;
			case 'singlePoints':
				return `${tracks(note.tracks)} d'un seul point : immobile pendant tout le plan. Dans ComfyUI, sans effet.`;
			case 'fewerSamples':
				if (note.treatment === 'release')
					return `${tracks(note.tracks)} avec ${note.count} points à côté de pistes de 121 : relâchées après le dernier, comme dans ComfyUI.`;
				return note.treatment === 'spread'
					? `${tracks(note.tracks)} avec ${note.count} points au lieu de 121 : répartis sur tout le plan. ComfyUI irait trop vite et lâcherait trop tôt.`
					: `${tracks(note.tracks)} avec ${note.count} points au lieu de 121 : maintien du dernier. ComfyUI lâcherait là.`;
			case 'moreSamples':
				return note.treatment === 'cut'
					? `${tracks(note.tracks)} avec ${note.count} points : les 121 premiers servent, comme dans ComfyUI ; ${note.count - 121} sont omis.`
					: `${tracks(note.tracks)} avec ${note.count} points : répartis sur tout le plan. ComfyUI prendrait les 121 premiers.`;
		}
	},
	projectError: (error: ProjectError): string => {
		switch (error.kind) {
			case 'tooLong':
				return `Le fichier est trop grand : ${error.characters} caractères, ${error.limit} au plus sont lus.`;
			case 'notJson':
				return `Ce n'est pas du JSON${place(error)}. Un projet se termine par .wanati.json.`;
			case 'notAProject':
				return "Ce fichier n'est pas un projet Wan ATI.";
			case 'newerVersion':
				return `Projet enregistré par une application plus récente (version ${error.version}, celle-ci lit jusqu'à ${error.supported}). Mettez l'application à jour.`;
			case 'invalid':
				return `Le projet est abîmé : ${error.path} ${problems[error.problem]}.`;
		}
	},
};

/** Une virgule décimale. */
const decimal = (value: number | string | undefined): string => String(value).replace('.', ',');

const place = ({ line, column }: { readonly line?: number; readonly column?: number }): string =>
	line === undefined ? '' : ` (ligne ${line}, colonne ${column})`;

/** Les numéros partent de 1 ; une longue liste est coupée. */
function tracks(indices: readonly number[]): string {
	const numbers = indices.slice(0, 5).map((n) => n + 1);
	const rest = indices.length > 5 ? ` et ${indices.length - 5} autres` : '';
	return `${indices.length === 1 ? 'Piste' : 'Pistes'} ${numbers.join(', ')}${rest}`;
}

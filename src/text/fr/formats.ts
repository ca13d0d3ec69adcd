import type { FoundValue } from '#core/formats/atiTypes.ts';
import type { FormatsMessages } from '../en/formats.ts';

const found: Readonly<Record<FoundValue, string>> = {
	null: 'null',
	NaN: 'NaN',
	Infinity: 'infini',
	text: 'du texte',
	boolean: 'vrai ou faux',
	number: 'un nombre qui ne convient pas',
	list: 'une liste',
	pair: 'une paire de nombres',
	object: 'un objet',
};

export const formats: FormatsMessages = {
	titles: {
		project: 'Projet Wan ATI',
		'ati-json': 'Pistes ATI (JSON)',
		'ati-pth': 'Pistes ATI (.pth)',
		'kj-points': 'Points de spline KJNodes',
		'kj-coordinates': 'Coordonnées KJNodes',
		'fl-paths': 'Chemins FL Path Animator',
		'spline-path-control': 'Scène Spline-Path-Control (PNG)',
		'annotation-tool': 'Trajectory-Annotation-Tool, vue complète',
		'qq-layers': 'Calques de spline QQ',
		'ltx-tracks': 'Pistes éparses LTX-Video',
		'wan-move': 'Pistes et visibilité Wan-Move (.npy)',
		'wan-move-json': 'Coordonnées Wan-Move pour ComfyUI',
		wan2gp: 'Trajectoire Wan2GP (.npy)',
		'wan2gp-designer': 'Motion Designer de Wan2GP',
		cotracker: 'Pistes CoTracker (.npz)',
		motionpro: 'meta_data.json de MotionPro',
		tora: 'Texte de trajectoire Tora',
		draganything: 'Listes de points DragAnything',
		svg: 'Tracés SVG',
		'after-effects': 'Images clés After Effects',
		csv: 'Tableau (CSV)',
		'comfy-workflow': 'Workflow ComfyUI',
	},
	readers: {
		project: 'Cette application : le plan entier.',
		'ati-json': 'WanTrackToVideo et WanVideoATITracks dans ComfyUI.',
		'ati-pth': 'Le code d’ATI et son éditeur de trajectoires.',
		'kj-points': 'Le champ points_store du Spline Editor de KJNodes, avec l’interpolation bezier.',
		'kj-coordinates':
			'Les nœuds qui prennent les coordonnées de KJNodes ; une piste seule vient sans la liste extérieure.',
		'fl-paths':
			'Le champ paths_data de FL Path Animator et de WanMove Path Animator. Ils parcourent chaque chemin à vitesse égale.',
		'spline-path-control': 'Spline-Path-Control : déposez l’image sur sa page.',
		'annotation-tool': '',
		'qq-layers': '',
		'ltx-tracks': 'LTXVDrawTracks dans ComfyUI.',
		'wan-move': 'generate.py de Wan-Move et sa page : deux fichiers dans un zip.',
		'wan-move-json': 'WanMoveTracksFromCoords dans ComfyUI : un point par image.',
		wan2gp: 'Wan2GP avec un modèle Wan-Move.',
		'wan2gp-designer': 'Le Motion Designer de Wan2GP : chargez-y d’abord l’image.',
		cotracker: '',
		motionpro: 'MotionPro : à placer à côté de first_frame.png et de son masque.',
		tora: 'Tora : un fichier texte par piste, dans un zip s’il y en a plusieurs.',
		draganything: 'Le script de DragAnything : 16 points par objet.',
		svg: 'Illustrator, Inkscape, Figma et autres logiciels de dessin. Le rythme n’y est pas.',
		'after-effects':
			'After Effects : copiez le texte et collez-le sur un calque, ou sur ses paramètres de point pour plusieurs pistes.',
		csv: 'Tableurs et scripts ; une ligne par position.',
		'comfy-workflow': '',
	},
	spaces: {
		frame: 'px du cadre',
		image: 'px de l’image',
		unit: 'Parts de 0 à 1',
		own: 'Son propre cadre',
	},
	times: {
		'121': '121 échantillons',
		frames: 'Une par image',
		'16': '16 positions',
		curve: 'Courbes',
	},
	framesCount: (count) => `${count} images`,

	exportAs: 'Exporter sous…',
	exportTitle: 'Exporter les pistes sous',
	format: 'Format',
	space: 'Coordonnées',
	time: 'Positions',
	save: 'Enregistrer le fichier',
	copyText: 'Copier le texte',
	copied: 'Copié',
	copyFailed: 'Le navigateur ne laisse pas la page copier. Enregistrez plutôt le fichier.',
	saved: (name) => `${name} enregistré`,
	nothing: 'Rien à exporter : tracez d’abord une piste.',
	counts: (tracks) => `${tracks} ${tracks > 1 ? 'pistes' : 'piste'}`,

	importedFrom: (count, format) =>
		`${count} ${count > 1 ? 'pistes importées' : 'piste importée'} : ${format}`,
	keepSamples: 'Garder chaque échantillon',
	readAsPoints: 'Lire comme listes DragAnything',
	pictureHasTracks: 'Cette image contient des pistes',
	addTracks: 'Ajouter ses pistes',

	error: (error) => {
		switch (error.kind) {
			case 'empty':
				return 'Le fichier est vide.';
			case 'unknownFormat':
				return 'Ce n’est pas un fichier de pistes connu ici.';
			case 'tooLarge':
				return `${what[error.what]} : ${error.size}, au plus ${error.limit} sont lus.`;
			case 'tooDeep':
				return `Les listes sont imbriquées sur plus de ${error.limit} niveaux.`;
			case 'notJson':
				return error.line === undefined
					? 'Ce n’est pas du JSON.'
					: `Ce n’est pas du JSON (ligne ${error.line}, colonne ${error.column}).`;
			case 'damaged':
				return error.what === 'text'
					? `La ligne ${error.at} est illisible.`
					: `La partie ${error.what} est abîmée à l’octet ${error.at}.`;
			case 'refusedPickle':
				return `Refusé : le fichier demande ${error.what}. D’un pickle, seuls de simples octets sont lus, et rien n’est exécuté.`;
			case 'unsupported':
				return `Pas lu : ${error.what}.`;
			case 'wrongShape':
				return `Le tableau a la forme ${error.shape.join(' x ')}, qui n’est pas celle de pistes.`;
			case 'missing':
				return `${error.path} manque.`;
			case 'badValue':
				return `${error.path} est ${found[error.found]}.`;
			case 'outOfRange':
				return `${error.path} vaut ${error.value}, hors de toute image.`;
			case 'noTracks':
				return 'Il ne contient pas de piste.';
			case 'noWorkflow':
				return 'Il ne contient pas de workflow : le serveur omet les métadonnées, ou un site les a retirées.';
		}
	},
	note: (note) => {
		switch (note.kind) {
			case 'invisibleTracks':
				return `${note.count > 1 ? `${note.count} pistes ne sont jamais visibles : laissées` : '1 piste n’est jamais visible : laissée'} de côté.`;
			case 'gapsFilled':
				return `${note.count > 1 ? `${note.count} pistes sont cachées` : '1 piste est cachée'} par moments : immobile avant d’apparaître, puis continue régulièrement.`;
			case 'approximated':
				return `« ${note.what} » est tracé autrement ici : proche, pas identique.`;
			case 'fromNodes':
				return `De ${note.nodes.join(', ')}.`;
			case 'imageUnknown':
				return 'Les positions sont en pixels de l’image de départ. Sa taille n’est pas connue ici : elles sont prises pour des pixels du cadre.';
			case 'afterTheEnd':
				return `${note.count} clés après la fin du clip : laissées de côté.`;
		}
	},
	convert: {
		sameFile: 'Le fichier à écrire est le fichier à lire.',
		unknownFormat: (id) => `Le format « ${id} » n’existe pas.`,
		notWritable: (title) => `${title} : ne s’écrit pas.`,
		guessTo: (path) => `Le nom ${path} ne dit pas le format à écrire. Précisez-le avec --to.`,
		tracks: (count, title) => `${count} ${count > 1 ? 'pistes' : 'piste'}, ${title}`,
	},
};

const what = {
	file: 'Le fichier est trop grand, octets',
	content: 'Ce qu’il contient est trop grand, octets',
	values: 'Trop de nombres',
	tracks: 'Trop de pistes',
	points: 'Trop de points',
};

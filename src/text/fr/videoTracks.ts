import type { ClipProblem } from '#core/retarget/videoTracksWork.ts';
import type { VideoTracksMessages } from '../en/videoTracks.ts';

const count = (n: number, one: string, many: string) => `${n} ${n < 2 ? one : many}`;

export const videoTracks: VideoTracksMessages = {
	title: 'Pistes d’une vidéo',
	description: 'Suivez ce qui bouge dans une séquence et donnez ce mouvement à votre image.',
	offer: (name: string) => `${name} bouge`,
	titleOfThis: 'Pistes de cette vidéo',

	fileInput: 'Fichier vidéo',
	dropTitle: 'Déposez une vidéo ici',
	dropText: 'MP4, WebM, MOV, GIF ou WebP animé. Elle reste sur cet ordinateur.',
	dropLimits: 'Elle est lue jusqu’à 480 px, 30 images par seconde et 241 images (8 s).',
	choose: 'Choisir une vidéo',
	chooseOther: 'Autre vidéo',
	reading: 'Lecture de la vidéo',
	cancel: 'Annuler',
	notRead: (name: string) => `${name} n’est pas utilisable`,
	problem(problem: ClipProblem): string {
		switch (problem.kind) {
			case 'empty':
				return 'Le fichier est vide.';
			case 'noVideo':
				return `Ce n’est pas une vidéo (${problem.what}). Utilisez MP4, WebM, MOV, GIF ou WebP animé.`;
			case 'still':
				return 'Elle n’a qu’une image : rien n’y bouge.';
			case 'codec':
				return `Ce navigateur ne décode pas ${problem.codec}. Enregistrez-la en MP4 H.264 ou WebM VP9, ou utilisez un autre navigateur.`;
			case 'noVideos':
				return 'Ce navigateur ne décode aucune vidéo sur cette page. Ouvrez la page en https ou sur localhost, ou utilisez un autre navigateur.';
			case 'noAnimations':
				return 'Ce navigateur ne sait pas séparer les images d’un GIF ou d’un WebP. Enregistrez-le en MP4 ou WebM, ou utilisez Chrome ou Edge, en https ou sur localhost.';
			case 'damaged':
				return `Le fichier est abîmé ou s’arrête trop tôt. ${problem.detail}`.trim();
			case 'tooLarge':
				return `Elle pèse ${problem.megabytes} Mo ; on en lit jusqu’à ${problem.limit}. Coupez-la d’abord.`;
		}
	},
	broke: (detail: string) => `La vidéo n’a pas pu être lue : ${detail}`,

	clip: 'Vidéo',
	clipHint: 'Cliquez sur ce qu’il faut suivre',
	clipKeys:
		'Les flèches déplacent la croix (Maj 50 px, Alt 1 px), Entrée choisit l’endroit. Avec un pointeur, cliquez.',
	frame: 'Image de la vidéo',
	frameValue: (frame: number, frames: number, time: string) =>
		`image ${frame} sur ${frames}, ${time}`,
	play: 'Lire la vidéo',
	pause: 'Suspendre la vidéo',
	facts: (width: number, height: number, frames: number, seconds: string) =>
		`${width} × ${height}, ${frames} images, ${seconds}`,
	readAs: (width: number, height: number) => `lue en ${width} × ${height}`,
	thinned: '30 images par seconde',
	cut: (read: string, all: string) => `${read} lues sur ${all}`,
	beginAt: 'Lire à partir de',

	points: 'Points',
	pick: 'Choisir les points',
	pickReason: 'Trouve les coins les plus nets qui bougent, espacés, dans l’image affichée',
	following: 'Suivi',
	nothingMoves:
		'Rien ne bouge nettement ici. Affichez une autre image, ou cliquez sur ce qu’il faut suivre.',
	fewer: (found: number, wanted: number) =>
		`${count(found, 'endroit qui bouge trouvé', 'endroits qui bougent trouvés')}, au lieu de ${wanted}.`,
	full: (most: number) => `${most} pistes : le modèle n’a pas été entraîné avec plus.`,
	flat: 'Rien à quoi s’accrocher à cet endroit : choisissez un coin ou une tache.',
	stopped: 'Arrêté.',

	picture: 'Sur votre image',
	pictureHint: 'Glissez pour déplacer les pistes',
	pictureKeys: 'Les flèches déplacent les pistes de 10 px (Maj 50 px, Alt 1 px).',
	noPicture: 'Pas encore d’image de départ',
	noPictureText:
		'Les pistes se posent sur une image. Prenez cette image de la vidéo, ou ouvrez la vôtre.',
	useFrame: 'Prendre cette image',

	tracks: 'Pistes trouvées',
	noTracks: 'Pas encore de pistes. Cliquez dans la vidéo, ou laissez choisir les points.',
	track: (number: number) => `Piste ${number}`,
	clear: 'Tout retirer',
	never: 'invisible dans cette partie',
	throughout: 'visible de bout en bout',
	appears: (time: string) => `apparaît à ${time}`,
	lost: (time: string) => `perdue à ${time}`,
	hidden: (time: string) => `cachée pendant ${time}`,

	smooth: 'Lisser',
	smoothOff: 'tel quel',
	inPoint: 'Point d’entrée',
	outPoint: 'Point de sortie',
	keepPace: 'Garder l’allure de la vidéo',
	stretched: (part: string, shot: string, factor: string) =>
		`${part} de la vidéo deviennent les ${shot} du plan : ${factor}.`,
	slower: (times: string) => `${times} fois plus lent`,
	faster: (times: string) => `${times} fois plus rapide`,
	samePace: 'la même allure',
	endsEarly: (part: string, shot: string) =>
		`Le mouvement s’arrête après ${part} ; le plan continue jusqu’à ${shot}.`,
	cutTo: (shot: string) => `Les premières ${shot} de la partie sont prises.`,
	over: 'Poser sur',
	overs: { frame: 'Cadre de sortie', picture: 'Image entière' },
	scale: 'Échelle',
	moveX: 'Décalage X',
	moveY: 'Décalage Y',
	pivot: 'Échelle autour',
	pivots: { middle: 'Milieu', tracks: 'Pistes', first: '1re piste' },

	close: 'Fermer',
	add: (tracks: number) =>
		tracks === 0 ? 'Ajouter des pistes' : `Ajouter ${count(tracks, 'piste', 'pistes')}`,
	addNone: 'Trouvez ou choisissez d’abord au moins une piste',
	addNoPicture: 'Ajoutez d’abord une image de départ',
	step: (tracks: number) => `Ajout de ${count(tracks, 'piste', 'pistes')} d’une vidéo`,
	added: (tracks: number, name: string) =>
		`${count(tracks, 'piste ajoutée', 'pistes ajoutées')} depuis ${name}`,
};

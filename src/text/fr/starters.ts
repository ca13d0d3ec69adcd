import type { starters as en } from '../en/starters.ts';

export const starters: typeof en = {
	title: 'Plans d’exemple',
	hint: 'une idée chacun, à modifier',
	dialogHint: 'Une idée chacun, à modifier. Un « annuler » ramène ce qui est ouvert.',
	shots: {
		balloons: {
			title: 'Plusieurs objets',
			idea: 'Une piste par objet qui bouge, des épingles pour le décor.',
		},
		lanterns: {
			title: 'Beaucoup de petits objets',
			idea: 'Neuf pistes courtes, chacune part un peu plus tard.',
		},
		windmill: {
			title: 'Tourner d’un bloc',
			idea: 'Quatre pistes groupées tournent autour d’un point.',
		},
		sailboat: {
			title: 'Épingler le décor',
			idea: 'Deux pistes portent le bateau, cinq épingles tiennent les montagnes.',
		},
		cyclist: { title: 'Déplacer un objet', idea: 'Une piste d’ici à là, à vitesse constante.' },
		canyon: {
			title: 'Panoramique',
			idea: 'Rien ne bouge : c’est la caméra, et chaque point avec elle.',
		},
		alley: { title: 'Zoom', idea: 'La caméra avance ; les points s’écartent du fond.' },
		moon: { title: 'Orbite', idea: 'Un chemin fermé, un tour à vitesse constante.' },
		fox: { title: 'Une marche', idea: 'Tête et corps montent et descendent à chaque pas.' },
		robot: {
			title: 'Un salut',
			idea: 'Main et coude pivotent autour de l’épaule, en aller-retour.',
		},
		ducks: {
			title: 'Suivre le premier',
			idea: 'Une piste est tracée ; trois la suivent, chacune plus tard.',
		},
		koi: { title: 'Courbes', idea: 'Quelques points lisses font une nage.' },
		bee: { title: 'Spirale', idea: 'Des boucles qui se resserrent et ralentissent.' },
		'beach-ball': { title: 'Rebonds', idea: 'Des clés de temps au sol : la chute s’accélère.' },
		clock: { title: 'Va-et-vient', idea: 'Un balancement, répété dans les deux sens.' },
		frog: {
			title: 'Attendre, puis partir',
			idea: 'La piste reste immobile deux secondes avant le saut.',
		},
		rocket: {
			title: 'Lent, puis rapide',
			idea: 'Accélération : le même chemin prend de la vitesse.',
		},
		gondola: {
			title: 'Départ et arrêt doux',
			idea: 'Accélère puis ralentit le long d’une ligne droite.',
		},
		penguin: {
			title: 'À votre rythme',
			idea: 'Une clé de temps par point : vite en descente, lent à la fin.',
		},
		kite: { title: 'Lâcher', idea: 'Relâchée à mi-chemin : le modèle continue seul.' },
	},
};

import type { MetricsMessages } from '../en/metrics.ts';

export const metrics: MetricsMessages = {
	report: {
		title: 'Comment la vidéo a suivi ses pistes',
		names: {
			meanErrorPx: 'Erreur moyenne, px',
			finalErrorPx: 'Erreur à la fin, px',
			acc1: 'À moins de 1 % de la diagonale',
			acc5: 'À moins de 5 % de la diagonale',
			appearanceRate: 'Vu',
			gain: 'Part du mouvement',
			lagFrames: 'Retard, images',
			jerkPx: 'À-coups, px',
			planJerkPx: 'À-coups du plan, px',
			excessJerkPx: 'À-coups en plus du plan, px',
			logDimensionlessJerk: 'Jerk sans dimension (log)',
			repeatRatio: 'Images répétées',
			interpolation: 'Score d’interpolation',
			flicker: 'Scintillement, niveaux de gris',
			rawFlicker: 'Constance, mouvement compris',
			background: 'Arrière-plan (approché)',
			subject: 'Sujet (approché)',
		},
		columns: {
			number: 'Nombre',
			video: 'Cette vidéo',
			frozen: 'Vidéo figée',
			ati: 'Article ATI',
			track: 'Piste',
		},
		causesTitle: 'Pourquoi elle n’a pas suivi',
		noCauses: 'Chaque piste a suivi son plan.',
		lost: 'perdu',
		video: (width, height, frames, tracks) =>
			`${width} x ${height}, ${frames} ${frames === 1 ? 'image' : 'images'}, ${tracks} ${tracks === 1 ? 'piste' : 'pistes'}`,
		noise: (px) =>
			`Les erreurs de moins de ${px} px environ ne disent rien : le modèle place le mouvement sur une grille du double. La vidéo figée sert de témoin : le score de qui ne fait rien.`,
		measuredFrom: (file) =>
			`Les points sont là où ${file} les situe, pas là où notre propre suivi les a trouvés.`,
		definitionsTitle: 'Ce que sont les nombres',
	},
	causes: {
		cut: (_track, { frame }) => `Une autre image commence à l’image ${n(frame)}.`,
		frozen: () => 'La vidéo ne bouge pas.',
		stutter: (_track, { share }) =>
			`La vidéo saccade : ${percent(share)} de ses images répètent la précédente.`,
		swapped: (track, _values, other) => `${track} a pris le chemin de ${other} au lieu du sien.`,
		late: (track, { frames }) => `${track} est juste, mais ${n(frames)} images en retard.`,
		early: (track, { frames }) => `${track} est juste, mais ${n(frames)} images en avance.`,
		stays: (track, { gain }) => `${track} bouge à peine : ${percent(gain)} de ce qui était prévu.`,
		fallsShort: (track, { gain }) =>
			`${track} va dans la bonne direction, mais seulement ${percent(gain)} du chemin.`,
		overshoots: (track, { gain }) =>
			`${track} va dans la bonne direction, mais ${percent(gain)} du chemin.`,
		lost: (track, { frame, share }) =>
			`${track} est perdue à partir de l’image ${n(frame)} : cachée, partie ou méconnaissable ; vue dans ${percent(share)} des images.`,
		neverSeen: (track) =>
			`${track} n’a pas pu être suivie : son départ est uni, hors du cadre, ou disparaît aussitôt.`,
		offPlan: (track, { frame, px }) =>
			`${track} quitte son chemin à partir de l’image ${n(frame)} ; ${n(px)} px d’écart en moyenne.`,
		shakes: (_track, { px }) =>
			`Le mouvement tremble : ${n(px, 1)} px d’à-coups en plus de ceux du plan.`,
		flickers: (_track, { levels }) =>
			`L’image scintille : ${n(levels, 1)} niveaux de gris d’une image à l’autre, outre le mouvement.`,
		backgroundChanges: (_track, { ssim }) =>
			`L’arrière-plan ne reste pas le même : SSIM ${n(ssim, 2)} d’une image à l’autre.`,
	},
	checksSaid: (track, title, detail) =>
		`${track}, comme le disaient les vérifications : ${title}. ${detail}`,
	trackName: (number) => `Piste ${number}`,
	progress: 'Mesure',
	noTracks: 'Il n’y a pas de pistes auxquelles comparer.',
	noFrames: 'La vidéo n’a pas d’images.',
	notAVideo: (reason) => `Impossible de le lire comme vidéo : ${reason}`,
	notMeasured: {
		notNpy: 'Ce n’est pas un fichier .npy, ni un .npz contenant des pistes.',
		dataType: 'Il ne contient pas de nombres.',
		shape: (shape) =>
			`Sa forme est [${shape}] ; les places sont [images, pistes, 2], ce qui est vu est [images, pistes], avec ou sans un 1 devant.`,
		cut: 'Il est abîmé ou se termine trop tôt.',
		tooLarge: 'Il est trop volumineux.',
	},
	otherShape: (tracks, frames, wantedTracks, wantedFrames) =>
		`Les places mesurées sont de ${tracks} pistes et ${frames} images ; le plan et la vidéo en ont ${wantedTracks} et ${wantedFrames}.${tracks === wantedFrames && frames === wantedTracks ? ' Les images viennent en premier.' : ''}`,
	scaled: (from, to) =>
		`Les pistes sont dans un cadre de ${from} ; elles sont mises à l’échelle de la vidéo, ${to}.`,
	likely: 'Cause probable',
};

const n = (value: number | undefined, digits = 0): string =>
	(value ?? 0).toFixed(digits).replace('.', ',');
const percent = (value: number | undefined): string => `${Math.round((value ?? 0) * 100)} %`;

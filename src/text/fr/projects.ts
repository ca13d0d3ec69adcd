import type { projects as english } from '../en/projects.ts';

export const projects: typeof english = {
	title: 'Projets',
	description: 'Chaque plan est gardé ici de lui-même, sur cet ordinateur seulement.',
	list: 'Projets',
	newShot: 'Nouveau plan',
	openFile: 'Ouvrir un fichier de projet',
	open: (name) => `Ouvrir ${name}`,
	more: (name) => `Plus pour ${name}`,
	rename: 'Renommer',
	renameField: (name) => `Nouveau nom de ${name}`,
	duplicate: 'Dupliquer',
	remove: 'Supprimer',
	isOpen: 'Ouvert',
	unnamed: 'Sans titre',
	tracks: (count) => `${count} ${count > 1 ? 'pistes' : 'piste'}`,
	empty: 'Aucun projet pour l’instant',
	emptyText:
		'Ajoutez une image ou ouvrez un plan d’exemple : dès la première modification, il est gardé ici.',
	loading: 'Lecture des projets',
	notRead: 'Impossible de lire les projets',
	room: (used, quota) => `${used} utilisés sur ${quota}, résultats compris`,

	removed: (name) => `${name} supprimé`,
	failed: 'Cela n’a pas marché',
	failedText: 'Le navigateur a refusé d’enregistrer ou de lire le projet. Rien d’autre n’a changé.',
	missing: 'Ce projet n’existe plus',
	missingText: 'Un autre onglet l’a peut-être supprimé.',
	unreadable: (name) => `Impossible de lire ${name || 'un projet'}`,
	unreadableText:
		'Il a été enregistré par une autre version ou il est abîmé. Il reste tel quel ; mettez l’application à jour pour l’ouvrir.',

	keptBoth: 'Les deux versions sont gardées',
	keptBothText: (name) =>
		`Un autre onglet a aussi modifié ce plan. Le vôtre continue sous le nom ${name} ; l’autre est dans Projets.`,
	keptBothStep: 'Garder les deux versions',
	changedElsewhere: 'Ce plan a été modifié dans un autre onglet',
	changedElsewhereText: 'Si vous le modifiez ici, les deux versions sont gardées.',
	showIt: 'Voir',
	openElsewhere: 'Ce plan est aussi ouvert dans un autre onglet',
	openElsewhereText: 'Si les deux le modifient, les deux versions sont gardées.',

	pictureNotStored: 'Une image de départ n’a pas pu être enregistrée',
	pictureNotStoredText:
		'Le navigateur n’a plus de place ou refuse l’enregistrement. Enregistrez un fichier de projet avant de fermer la page.',
	notSaved: 'Le plan n’a pas pu être enregistré',
	notSavedText:
		'Le navigateur n’a plus de place ou refuse l’enregistrement. Enregistrez un fichier de projet, ou supprimez des résultats et des projets ; un nouvel essai suivra.',
	almostFull: 'Le navigateur n’a presque plus de place',
	almostFullText: (left) =>
		`Il reste ${left}. Tout est encore enregistré ; supprimez des résultats ou des projets, ou téléchargez ce que vous voulez garder.`,
	saveFile: 'Enregistrer le fichier de projet',

	share: {
		title: 'Partager ce plan',
		link: 'Lien',
		linkHint: (used, limit) =>
			`Pistes, prompt et réglages, ${used} sur ${limit} ko ; sans l’image. Il s’ouvre en copie et ne lance rien. Collez-le dans n’importe quel Wan ATI Studio.`,
		copy: 'Copier le lien',
		copied: 'Copié',
		tooLong: (needed, limit) =>
			`Ce plan demande ${needed} ko, un lien en contient ${limit}. Simplifiez les longues pistes, ou envoyez l’image ou le fichier de projet ci-dessous.`,
		picture: 'Image avec le projet dedans',
		pictureHint:
			'Un PNG qui montre le plan. Déposé dans Wan ATI Studio, il s’ouvre avec son image de départ.',
		drawTracks: 'Y dessiner les pistes',
		savePicture: 'Enregistrer le PNG',
		file: 'Fichier de projet',
		fileHint: 'Tout, avec l’image de départ : .wanati.json.',
		saveFile: 'Enregistrer le projet',
		noPicture:
			'L’image de départ n’est pas sur cet ordinateur : il n’y a pas d’image à enregistrer.',
	},
	png: {
		tooLarge: 'Le projet est trop grand pour un PNG. Enregistrez un fichier de projet.',
		damaged:
			'Le projet dans ce PNG est abîmé. Demandez le fichier lui-même : certains services modifient les images envoyées.',
	},
	shared: {
		opened: (name) => `Copie de ${name} ouverte`,
		openedText:
			'Elle vient d’un lien, donc sans son image : choisissez l’image de départ pour la voir.',
		failed: 'Impossible d’ouvrir ce lien',
		tooLong: 'Il est plus long que ne peut l’être un de nos liens.',
		tooLarge: 'Il contient plus que ne peut contenir un plan.',
		damaged: 'Il a été coupé ou modifié en route. Copiez-le de nouveau, en entier.',
		step: 'Ouvrir un plan partagé',
	},
	continueShot: {
		button: 'Continuer ce plan',
		hint: 'La dernière image de la vidéo devient l’image de départ d’un nouveau plan',
		step: 'Continuer ce plan',
		opened: (name) => `${name} commence par la dernière image`,
		left: (count) =>
			count > 1
				? `${count} pistes étaient sorties de l’image et n’y sont plus.`
				: '1 piste était sortie de l’image et n’y est plus.',
		frameName: (name) => `${name}, dernière image.png`,
		failed: 'Impossible de lire la dernière image',
		failedText: 'Ce navigateur ne décode pas la vidéo. Le résultat est resté tel quel.',
	},
};

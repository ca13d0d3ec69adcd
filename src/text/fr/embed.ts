import type { embed as english } from '../en/embed.ts';

export const embed: typeof english = {
	region: 'Nœud du workflow',
	drawing: (id, title) =>
		title
			? `Dessin pour le nœud ${id} du workflow : ${title}`
			: `Dessin pour le nœud ${id} du workflow`,
	use: 'Utiliser ces pistes',
	cancel: 'Annuler',
	noPicture: 'Aucune image de départ n’est reliée : voici du papier quadrillé à la taille du nœud.',
	pictureGone: (name) => `${name} est illisible : voici du papier quadrillé à la taille du nœud.`,
	unreadable:
		'Les pistes du nœud sont illisibles. Elles restent telles quelles tant que vous n’en utilisez pas d’autres.',
	cutsLink: 'Ses pistes viennent d’un autre nœud ; utiliser celles-ci retire ce lien.',
	changes: (what) => `Les utiliser règle aussi, dans le nœud, ${what}.`,
	fixed: (what) =>
		`Ces valeurs du nœud viennent d’autres nœuds et restent : ${what}. Les pistes n’iraient pas : défaites ce changement ou faites-le là-bas.`,
	size: (width, height) => `la taille sur ${width} × ${height}`,
	length: (length) => `la longueur sur ${length}`,
	temperature: (value) => `la température sur ${value}`,
	topk: (value) => `top k sur ${value}`,
	names: {
		width: 'largeur',
		height: 'hauteur',
		length: 'longueur',
		temperature: 'température',
		topk: 'top k',
	},
	notUsed: 'Les pistes ne sont pas dans le workflow',
	notUsedText: 'Le nœud n’existe plus. Exportez les pistes pour les garder.',
};

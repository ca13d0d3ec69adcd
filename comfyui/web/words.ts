const en = {
	openStudio: 'Open Wan ATI Studio',
	draw: 'Draw tracks',
	drawSelected: 'Draw tracks of the selected node',
	noNode: 'Select one WanTrackToVideo node first',
	editor: 'Wan ATI Studio',
};

const fr: typeof en = {
	openStudio: 'Ouvrir Wan ATI Studio',
	draw: 'Dessiner les pistes',
	drawSelected: 'Dessiner les pistes du nœud choisi',
	noNode: 'Choisissez d’abord un nœud WanTrackToVideo',
	editor: 'Wan ATI Studio',
};

/** The extension's words in the language of ComfyUI's page; English where we do not speak it. */
export const wordsFor = (locale: unknown): typeof en =>
	typeof locale === 'string' && locale.startsWith('fr') ? fr : en;

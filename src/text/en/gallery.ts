/** The gallery of results. These texts travel with it. */
const results = (count: number) => `${count} ${count === 1 ? 'result' : 'results'}`;
const stars = (count: number) =>
	count === 0 ? 'No stars' : `${count} ${count === 1 ? 'star' : 'stars'}`;

export const gallery = {
	title: 'Gallery',
	list: 'Results of the gallery',
	close: 'Back to editor',

	search: 'Search results',
	searchHint: 'Name, prompt, tag or note',
	filters: 'Filters',
	of: 'Show',
	ofProject: 'This project',
	ofAll: 'All projects',
	engine: 'Made by',
	anyEngine: 'Any engine',
	drafts: 'Drafts',
	runs: 'ComfyUI runs',
	minStars: 'Least stars',
	anyStars: 'Any stars',
	starsOrMore: (count: number) => (count === 5 ? '5 stars' : `${stars(count)} or more`),
	tag: 'Tag',
	anyTag: 'Any tag',
	sort: 'Order',
	newest: 'Newest first',
	adherence: 'Best adherence first',
	mostStars: 'Most stars first',
	count: (shown: number, all: number) =>
		shown === all ? results(all) : `${shown} of ${results(all)}`,
	clear: 'Clear filters',

	empty: 'No results yet',
	emptyText:
		'Every draft and every run is kept here with its shot. Press Generate to make the first.',
	emptyProject: 'This project has no results yet',
	emptyProjectText: 'Those of your other projects are kept too.',
	showAll: 'Show all projects',
	nothingFound: 'No result passes these filters',

	stars,
	toggle: 'Select or unselect',
	noneSelected: 'No result selected',
	noneSelectedText: 'Select one to see what it was made with.',
	keys: [
		['Arrow keys', 'go from one to the next'],
		['Shift, Ctrl', 'select several'],
		['0 to 5', 'give stars'],
		['Enter', 'opens it'],
		['Delete', 'deletes, Ctrl Z takes it back'],
	] as readonly (readonly [string, string])[],
	selected: (count: number) => `${results(count)} selected`,
	details: 'Details',
	back: 'All results',
	rating: 'Stars',
	mixed: 'They differ',
	tags: 'Tags',
	tagsHint: 'Commas between them',
	addTags: 'Add tags',
	note: 'Note',

	open: 'Open',
	compare: 'Compare',
	restore: 'Restore this shot',
	restoreHint: 'Puts its picture, tracks and settings on the canvas; Undo takes it back',
	restored: (name: string) => `The shot of ${name} is on the canvas`,
	restoredNew: (name: string) => `The shot of ${name} is open as a new project`,
	restoreStep: 'Restore a shot',
	differsNow: 'What differs from the shot now',
	differsPair: (a: string, b: string) => `What differs: ${a}, ${b}`,
	now: 'Now',
	sameAsNow: 'The shot on the canvas is the same.',
	samePair: 'They were made with the same shot.',

	remove: 'Delete',
	removed: (count: number) => `${results(count)} deleted`,
	removedOne: (name: string) => `${name} deleted`,
	returned: (count: number) => `${results(count)} back again`,

	exportAll: 'Export all',
	exportSelected: 'Export selected',
	exportHint:
		'One ZIP: a folder for each with its shot, tracks, video and metrics, and a table of all',
	exporting: (done: number, all: number) => `Packing ${done} of ${results(all)}`,
	exportProgress: 'Packing the results',
	stop: 'Cancel',
	exported: (count: number, size: string) => `${results(count)} saved, ${size}`,
	exportStopped: 'Nothing was saved',
	exportFailed: 'The results could not be packed',
	exportTooLarge: 'That is more than one ZIP holds (4 GB). Select fewer.',
	archive: (name: string) => `${name} results`,
	archiveAll: 'Wan ATI results',

	used: (size: string) => `These take ${size}`,
	room: (used: string, quota: string) => `${used} of ${quota} used on this computer`,
};

export type GalleryMessages = typeof gallery;
